package timeline.fanout;

import timeline.id.TweetId;

/**
 * An author in the pull set: readers fetch this author's tweets themselves.
 *
 * @param from no tweet before this one was left to the readers
 * @param leaving pushes happen again, readers still pull
 * @param epoch of the pull set at the author's last change
 */
public record PulledAuthor(TweetId from, boolean leaving, long epoch) {}
