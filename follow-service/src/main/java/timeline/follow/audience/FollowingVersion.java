package timeline.follow.audience;

/**
 * Tells whether what a user reads from has changed: equal versions mean equal {@link Following}.
 *
 * @param follows counts the user's own follows and unfollows
 * @param pullSetEpoch counts the changes of the pull set
 */
public record FollowingVersion(long follows, long pullSetEpoch) {}
