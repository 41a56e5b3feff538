package timeline.tweet.config;

import java.util.Optional;
import timeline.id.UserId;
import timeline.tweet.idempotency.IdempotencyKey;
import timeline.tweet.idempotency.KeyRecord;
import timeline.tweet.idempotency.KeyRecords;

/** Stages {@code claim-key} and {@code settle-key}. */
record TimedKeyRecords(KeyRecords records, StageTimer timer) implements KeyRecords {
    @Override
    public Optional<KeyRecord> putIfAbsent(UserId author, IdempotencyKey key, KeyRecord record) {
        return timer.time("claim-key", () -> records.putIfAbsent(author, key, record));
    }

    @Override
    public boolean replace(UserId author, IdempotencyKey key, KeyRecord expected, KeyRecord replacement) {
        return timer.time("settle-key", () -> records.replace(author, key, expected, replacement));
    }
}
