package timeline.simulation.port;

import java.util.Optional;
import timeline.id.UserId;
import timeline.tweet.idempotency.IdempotencyKey;
import timeline.tweet.idempotency.KeyRecord;
import timeline.tweet.idempotency.KeyRecords;

/** {@link KeyRecords} behind a link. */
public record RemoteKeyRecords(Link link, KeyRecords records) implements KeyRecords {
    @Override
    public Optional<KeyRecord> putIfAbsent(UserId author, IdempotencyKey key, KeyRecord record) {
        return link.call("keys.putIfAbsent", key, () -> records.putIfAbsent(author, key, record));
    }

    @Override
    public boolean replace(UserId author, IdempotencyKey key, KeyRecord expected, KeyRecord replacement) {
        return link.call("keys.replace", key, () -> records.replace(author, key, expected, replacement));
    }
}
