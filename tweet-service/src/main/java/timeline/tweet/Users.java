package timeline.tweet;

import timeline.id.UserId;

/** Asks the social graph whether there is such a user. */
@FunctionalInterface
public interface Users {
    /** Fails with the transport's exception when the social graph does not answer in time. */
    boolean exists(UserId user);
}
