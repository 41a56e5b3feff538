package timeline.follow.audience;

import timeline.id.TweetId;

/**
 * An author whose tweets readers pull.
 *
 * @param from no tweet before this one was left for the readers
 * @param leaving pushes happen again, readers still pull: the author may be removed when the tweets from {@code from} on have been
 *     pushed after the fact
 * @param epoch of the pull set at the author's last change
 */
public record PulledAuthor(TweetId from, boolean leaving, long epoch) {}
