package timeline.follow.audience;

import timeline.id.UserId;

/**
 * Reads the graph for the fan-out and for the timelines. Each answer is one snapshot, and shows every change that was acknowledged
 * before the read began: no replica, no cache (a follower list that lags loses tweets).
 *
 * <p>All methods throw {@link timeline.follow.GraphUnavailableException} when the store does not answer in time.
 */
public interface Audiences {
    /** The most followers in a page. */
    int MAX_PAGE_FOLLOWERS = 10_000;

    /**
     * A page of an author's followers. Who followed before the first page was asked for and has not unfollowed is on some page.
     *
     * @param after only ids greater than this; 0 begins
     * @param limit 1 to {@link #MAX_PAGE_FOLLOWERS}
     */
    FollowerPage followers(UserId author, long after, int limit);

    /** Nobody for a user who is not registered. */
    Following following(UserId user);

    /** The version that {@link #following} would have now, for less. */
    FollowingVersion version(UserId user);
}
