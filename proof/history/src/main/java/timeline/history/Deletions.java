package timeline.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import timeline.id.TweetId;
import timeline.history.Action.Delete;
import timeline.history.Outcome.Done;
import timeline.history.Outcome.Refused;

/** Which tweets were deleted, or may have been, when. */
final class Deletions {
    private final Map<TweetId, Long> firstAsked = new HashMap<>();
    private final Map<TweetId, Long> firstAcknowledged = new HashMap<>();

    Deletions(History history) {
        for (Operation operation : history.operations()) {
            if (operation.action() instanceof Delete delete && !(operation.outcome() instanceof Refused)) {
                firstAsked.merge(delete.tweet(), operation.invokedNanos(), Math::min);
                if (operation.outcome() instanceof Done) {
                    firstAcknowledged.merge(delete.tweet(), operation.endedNanos(), Math::min);
                }
            }
        }
    }

    /** Whether anybody had asked for its deletion before the given moment. */
    boolean mayBeGone(TweetId tweet, long nanos) {
        Long asked = firstAsked.get(tweet);
        return asked != null && asked <= nanos;
    }

    /** When the first deletion was acknowledged. */
    Optional<Long> acknowledgedAt(TweetId tweet) {
        return Optional.ofNullable(firstAcknowledged.get(tweet));
    }
}
