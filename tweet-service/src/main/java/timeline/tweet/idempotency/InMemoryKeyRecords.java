package timeline.tweet.idempotency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import timeline.id.UserId;

/** The in-memory twin of the records of keys, for tests and simulations. Thread-safe. */
public final class InMemoryKeyRecords implements KeyRecords {
    private record Name(UserId author, IdempotencyKey key) {}

    private record Kept(KeyRecord record, Instant until) {}

    private final InstantSource storeClock;
    private final Map<Name, Kept> records = new HashMap<>();

    /** @param storeClock ends what is kept */
    public InMemoryKeyRecords(InstantSource storeClock) {
        this.storeClock = storeClock;
    }

    @Override
    public synchronized Optional<KeyRecord> putIfAbsent(UserId author, IdempotencyKey key, KeyRecord record) {
        Optional<KeyRecord> known = find(new Name(author, key));
        if (known.isEmpty()) {
            keep(new Name(author, key), record);
        }
        return known;
    }

    @Override
    public synchronized boolean replace(UserId author, IdempotencyKey key, KeyRecord expected, KeyRecord replacement) {
        boolean unchanged = find(new Name(author, key))
                .filter(known -> !known.finished() && known.claim().equals(expected.claim())).isPresent();
        if (unchanged) {
            keep(new Name(author, key), replacement);
        }
        return unchanged;
    }

    private Optional<KeyRecord> find(Name name) {
        return Optional.ofNullable(records.get(name)).filter(kept -> storeClock.instant().isBefore(kept.until()))
                .map(Kept::record);
    }

    private void keep(Name name, KeyRecord record) {
        records.put(name, new Kept(record, storeClock.instant().plus(KEPT)));
    }
}
