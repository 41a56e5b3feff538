package timeline.fanout;

import java.util.Optional;
import timeline.id.TweetId;

/**
 * An author in the pull set: readers fetch this author's tweets themselves.
 *
 * @param from no tweet before this one was left to the readers
 * @param until on the way out: every tweet is pushed again, and readers pull only what is older than this
 * @param epoch of the pull set at the author's last change
 */
public record PulledAuthor(TweetId from, Optional<TweetId> until, long epoch) {}
