package timeline.fanout;

import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.id.UserId;

/**
 * Who follows whom, as the follow-service knows it now: every read sees every follow that was committed before it, because a tweet
 * that misses a follower on a stale list is lost for them (14 of 140 interleavings).
 */
public interface Followers {
    /** More than this many followers are never asked for at once. */
    int MAX_PAGE = 10_000;

    /**
     * @param after the place where the page before ended; empty for the first page
     * @param limit how many followers at most, 1 to {@link #MAX_PAGE}
     * @throws GraphUnavailableException when the follow-service does not answer in time
     */
    FollowerPage page(UserId author, Optional<UserId> after, int limit, Deadline deadline);
}
