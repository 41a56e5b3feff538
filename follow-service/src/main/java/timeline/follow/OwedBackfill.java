package timeline.follow;

import timeline.id.UserId;

/**
 * A follow whose follower's timeline is yet to get the author's older tweets.
 *
 * @param number the follow's, which tells it from other follows of the same edge
 */
public record OwedBackfill(UserId follower, UserId author, long number) {}
