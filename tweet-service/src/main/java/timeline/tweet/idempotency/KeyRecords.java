package timeline.tweet.idempotency;

import java.time.Duration;
import java.util.Optional;
import timeline.id.UserId;

/**
 * Keeps a record for each key that an author has used, for {@link #KEPT} from its last change. Both methods are linearizable.
 *
 * <p>Both throw {@link timeline.tweetstore.TweetsUnavailableException} when the store does not answer in time; the change may then have been
 * made or not.
 */
public interface KeyRecords {
    Duration KEPT = Duration.ofHours(24);

    /** Keeps the record unless there is one; returns the one that is there, empty when the new one is kept now. */
    Optional<KeyRecord> putIfAbsent(UserId author, IdempotencyKey key, KeyRecord record);

    /** Replaces the record if it still has the expected claim and is not finished; returns whether it did. */
    boolean replace(UserId author, IdempotencyKey key, KeyRecord expected, KeyRecord replacement);
}
