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
 * Decides what a request with a key may do. The first one claims the key together with the id of its tweet. Whoever continues soon, after
 * the first one died or lost its answer, continues with that id: storing it twice is storing it once. Whoever continues later finds out
 * whether that tweet is stored; if so, it stores it once more, since what is owed for it may be missing; if not, it gets a new id, because a tweet is stored within seconds after its id was made or never (ADR
 * 0004), and the old id is retired: nobody stores it any more. So there is at most one tweet for a key, whatever happens in between (ADR
 * 0009).
 */
public final class Idempotency {
    /**
     * After how long a claim may be taken over. Longer than a request may last (2 s), so that two requests rarely work on one claim; if
     * they do, both store the same tweet. A constant: all instances must agree on when a claim is free, also while one is set anew, and the
     * bound of a request (G12) is none of an operator's (ADR 0009).
     */
    static final Duration CLAIM_LASTS = Duration.ofSeconds(5);

    /**
     * For how long after an id was made another request may begin to store its tweet. With 2 s for the write and clocks that are up to
     * 3 s wrong, the tweet is there 7 s after the time in its id, and ADR 0004 relies on no more:
     * a constant, since the moment at which a celebrity leaves the pull set is reckoned with it, in another service.
     */
    static final Duration ID_SERVES = Duration.ofSeconds(2);

    private record Name(UserId author, IdempotencyKey key) {}

    private final KeyRecords records;
    private final StoredTweets stored;
    private final Supplier<TweetId> ids;
    private final InstantSource clock;
    private final Executor background;
    /** Keys in work in this process: a burst of repetitions is answered here, instead of contending in the store. */
    private final Set<Name> inWork = ConcurrentHashMap.newKeySet();

    /**
     * @param ids names tweets and claims
     * @param background does what no request waits for
     */
    public Idempotency(KeyRecords records, StoredTweets stored, Supplier<TweetId> ids, InstantSource clock,
            Executor background) {
        this.records = records;
        this.stored = stored;
        this.ids = ids;
        this.clock = clock;
        this.background = background;
    }

    /**
     * Whoever is told {@link Claimed} must {@link #finish} or {@link #abandon} it.
     *
     * @param wanted of the tweet that the request asks for
     * @throws TweetsUnavailableException when nobody can tell now what the request may do; so also while the store has yet to finish what
     *             an earlier request began
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

    /**
     * The tweet is stored: from now on repetitions are told so.
     *
     * @return whether it is the key's tweet; false when somebody has taken the claim over meanwhile, and decides which it is
     * @throws TweetsUnavailableException when nobody knows; the next request finds the tweet, or takes its place
     */
    public boolean finish(Claimed claimed) {
        try {
            return records.replace(claimed.author, claimed.key, claimed.record, claimed.record.asFinished());
        } finally {
            letGo(claimed);
        }
    }

    /** The tweet may be stored or not: the next request may take over at once. Returns at once, whatever went wrong. */
    public void abandon(Claimed claimed) {
        letGo(claimed);
        background.execute(() -> giveBack(claimed));
    }

    private Claim claim(Name name, Fingerprint fingerprint) {
        TweetId id = ids.get();
        KeyRecord mine = KeyRecord.first(id, fingerprint);
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
        return lapsed ? takeOver(name, known, id) : new InFlight();
    }

    private Claim takeOver(Name name, KeyRecord known, TweetId id) {
        if (!known.tweet().createdAt().plus(ID_SERVES).isBefore(clock.instant())) {
            return taken(name, known, known.claimedBy(id));
        }
        // Whoever took its place may have died before it saw to it. A new record names one retired id, not two.
        known.retired().ifPresent(retired -> stored.retire(retired, name.author));
        return switch (stored.presence(known.tweet(), name.author)) {
            // Found by whoever looks; but what else its request was writing, the event and the delivery that is owed, may yet be missing, and
            // whoever acknowledges it owes them (G15). Storing it again changes nothing, and owes them.
            case COMPLETE -> taken(name, known, known.claimedBy(id));
            // Only once the record says so: until then its request may still store the tweet, and tell its user.
            case ABSENT -> taken(name, known, known.renamedBy(id));
            // A yes would be a tweet that its own author does not find (G2), a no a second one beside it.
            case PARTIAL -> throw new TweetsUnavailableException(
                    "tweet " + known.tweet() + " is stored in part, and the store has yet to finish it", null);
        };
    }

    private Claim taken(Name name, KeyRecord known, KeyRecord mine) {
        if (!records.replace(name.author, name.key, known, mine)) {
            return new InFlight();
        }
        mine.retired().ifPresent(retired -> stored.retire(retired, name.author));
        return new Claimed(name.author, name.key, mine);
    }

    private void giveBack(Claimed claimed) {
        try {
            records.replace(claimed.author, claimed.key, claimed.record, claimed.record.claimedBy(TweetId.EARLIEST));
        } catch (TweetsUnavailableException outage) {
            // The claim lapses by itself.
        }
    }

    private void letGo(Claimed claimed) {
        inWork.remove(new Name(claimed.author, claimed.key));
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
