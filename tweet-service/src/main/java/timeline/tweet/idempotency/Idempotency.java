package timeline.tweet.idempotency;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Decides what a request with a key may do. The first one claims the key together with the id of its tweet; whoever continues, after the
 * first one died or lost its answer, continues with that id. Storing the same id twice is storing it once, so there is at most one tweet for
 * a key, whatever happens in between (ADR 0009).
 */
public final class Idempotency {
    /**
     * After how long a claim may be taken over. Longer than a request may last (2 s), so that two requests rarely work on one claim; if
     * they do, both store the same tweet.
     */
    static final Duration CLAIM_LASTS = Duration.ofSeconds(5);

    private record Name(UserId author, IdempotencyKey key) {}

    private final KeyRecords records;
    private final Supplier<TweetId> ids;
    private final InstantSource clock;
    private final Executor background;
    /** Keys in work in this process: a burst of repetitions is answered here, instead of contending in the store. */
    private final Set<Name> inWork = ConcurrentHashMap.newKeySet();

    /**
     * @param ids names tweets and claims
     * @param background does what no request waits for
     */
    public Idempotency(KeyRecords records, Supplier<TweetId> ids, InstantSource clock, Executor background) {
        this.records = records;
        this.ids = ids;
        this.clock = clock;
        this.background = background;
    }

    /**
     * Whoever is told {@link Claimed} must {@link #finish} or {@link #abandon} it.
     *
     * @param wanted of the tweet that the request asks for
     */
    public Claim claim(UserId author, IdempotencyKey key, Fingerprint wanted) {
        Name name = new Name(author, key);
        if (!inWork.add(name)) {
            return new InFlight();
        }
        boolean claimed = false;
        try {
            Claim claim = claim(name, wanted);
            claimed = claim instanceof Claimed;
            return claim;
        } finally {
            if (!claimed) {
                inWork.remove(name);
            }
        }
    }

    /** The tweet is stored: from now on repetitions are told so. */
    public void finish(Claimed claimed) {
        end(claimed, claimed.record.asFinished());
    }

    /** The tweet may be stored or not: the next request may take over soon. Returns at once. */
    public void abandon(Claimed claimed) {
        background.execute(() -> end(claimed, claimed.record.claimedBy(TweetId.EARLIEST)));
    }

    private Claim claim(Name name, Fingerprint fingerprint) {
        TweetId id = ids.get();
        KeyRecord mine = new KeyRecord(id, fingerprint, id, false);
        Optional<KeyRecord> known = records.putIfAbsent(name.author, name.key, mine);
        return known.isEmpty()
                ? new Claimed(name.author, name.key, mine)
                : repeated(name, fingerprint, known.get(), id);
    }

    private Claim repeated(Name name, Fingerprint fingerprint, KeyRecord known, TweetId id) {
        if (!known.fingerprint().equals(fingerprint)) {
            return new OtherBody();
        }
        if (known.finished()) {
            return new Finished(known.tweet());
        }
        boolean lapsed = known.claimedAt().plus(CLAIM_LASTS).isBefore(clock.instant());
        KeyRecord takenOver = known.claimedBy(id);
        return lapsed && records.replace(name.author, name.key, known, takenOver)
                ? new Claimed(name.author, name.key, takenOver)
                : new InFlight();
    }

    private void end(Claimed claimed, KeyRecord end) {
        try {
            records.replace(claimed.author, claimed.key, claimed.record, end);
        } catch (TweetsUnavailableException outage) {
            // The claim lapses by itself; the next request takes it over with the same tweet. Nothing the client must know now.
        } finally {
            inWork.remove(new Name(claimed.author, claimed.key));
        }
    }

    /** What a request with a key may do. */
    public sealed interface Claim {}

    /** Store the tweet of this id. */
    public static final class Claimed implements Claim {
        private final UserId author;
        private final IdempotencyKey key;
        private final KeyRecord record;

        private Claimed(UserId author, IdempotencyKey key, KeyRecord record) {
            this.author = author;
            this.key = key;
            this.record = record;
        }

        public TweetId tweet() {
            return record.tweet();
        }
    }

    /** Nothing: the tweet is stored. */
    public record Finished(TweetId tweet) implements Claim {}

    /** Nothing: another request is at it. */
    public record InFlight() implements Claim {}

    /** Nothing: the key names another tweet. */
    public record OtherBody() implements Claim {}
}
