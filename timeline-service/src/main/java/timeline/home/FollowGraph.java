package timeline.home;

import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.id.UserId;

/** The arrow to the follow-service: whom does this reader follow? Asked on every read, so that an unfollow counts at once (G7). */
public interface FollowGraph {
    /**
     * The followees at some moment after the call began. A user without any, or unknown, follows nobody. Waits no longer than until
     * the deadline, and than a fraction of a second, whatever happens.
     *
     * @throws FollowGraphUnavailableException when that can't be told in time
     */
    Following current(UserId reader, Deadline deadline);

    /** What {@link #current} told last time for this reader, if it is still remembered: better than nothing, and to be flagged. */
    Optional<Following> lastKnown(UserId reader);
}
