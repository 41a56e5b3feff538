package timeline.follow;

import java.util.List;
import timeline.id.UserId;

/**
 * Keeps the edges of the social graph. A change is one transaction over the edge, both counts, the follower's following version
 * and the outbox: none of them is ever seen without the others. Reads see every change that was acknowledged before they began.
 *
 * <p>All methods throw {@link GraphUnavailableException} when the store does not answer in time; a change may then have happened,
 * and repeating it is safe.
 */
public interface FollowStore {
    /** Adds an edge, once. Never leaves a follower with more than {@link SocialGraph#MAX_FOLLOWEES}, however concurrent the calls. */
    FollowOutcome follow(Follow edge);

    /** Removes an edge, once. */
    FollowOutcome unfollow(Follow edge);

    /**
     * Who follows a user, newest follow first; empty for an unknown user.
     *
     * @param before only follows with a smaller number; {@link Long#MAX_VALUE} starts at the newest
     * @param limit how many at most, at least 1
     */
    List<NumberedFollow> followers(UserId followee, long before, int limit);

    /** Whom a user follows, in the order and with the bounds of {@link #followers}. */
    List<NumberedFollow> following(UserId follower, long before, int limit);
}
