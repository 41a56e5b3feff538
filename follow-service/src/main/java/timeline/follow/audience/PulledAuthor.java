package timeline.follow.audience;

import java.util.Optional;
import timeline.id.TweetId;

/**
 * An author whose tweets readers pull.
 *
 * @param from no tweet before this one was left for the readers
 * @param until on the way out: every tweet is pushed again, and readers pull only what is older than this
 * @param epoch of the pull set at the author's last change
 */
public record PulledAuthor(TweetId from, Optional<TweetId> until, long epoch) {
    public boolean isLeaving() {
        return until.isPresent();
    }
}
