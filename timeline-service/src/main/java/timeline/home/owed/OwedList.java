package timeline.home.owed;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.OwedDelivery;

/**
 * The debts that are known here, by author. Two kinds of looks write it, each on a thread of its own ({@link OwedLooks}); any number of
 * reads use it meanwhile. What is found is added at once; what is gone stays for longer than any read that may still use it.
 *
 * <p>Thread safe.
 */
public final class OwedList {
    /** A cut list holds all that was written since then; ids may be younger than what they are owed by, by so much and no more. */
    private static final Duration IDS_AHEAD = Duration.ofSeconds(5);

    /**
     * A debt.
     *
     * @param countsFromNanos from then on, by this process's monotonic clock, reads show it
     */
    private record Entry(OwedDelivery owed, long countsFromNanos) {}

    /**
     * A look at what is new.
     *
     * @param beganNanos by the process's monotonic clock
     * @param beganAt by its wall clock
     */
    record Look(long beganNanos, Instant beganAt) {}

    private final ConcurrentMap<UserId, NavigableMap<TweetId, Entry>> byAuthor = new ConcurrentHashMap<>();
    private volatile Optional<Look> lastLook = Optional.empty();
    private volatile boolean known;
    private volatile TweetId allFrom = TweetId.EARLIEST;
    private volatile int entries;

    /** How many debts there are, those included that are about to be forgotten. */
    public int entries() {
        return entries;
    }

    /** When the oldest of them was written. Looks at all of them. */
    public Optional<Instant> oldest() {
        return byAuthor.values().stream().flatMap(tweets -> tweets.values().stream())
                .map(entry -> entry.owed().writtenAt()).min(Instant::compareTo);
    }

    /** The last look at what is new that was answered; empty while it is not known what was owed before. */
    Optional<Look> lastLook() {
        return known ? lastLook : Optional.empty();
    }

    /** From this id on, nothing that is owed is missing for want of room. */
    TweetId allFrom() {
        return allFrom;
    }

    /** How many authors are owed anything. */
    int authors() {
        return byAuthor.size();
    }

    void forEachAuthor(Consumer<UserId> action) {
        byAuthor.keySet().forEach(action);
    }

    /** The debts of an author that count by now. */
    void forEachOf(UserId author, long nowNanos, Consumer<TweetId> action) {
        NavigableMap<TweetId, Entry> tweets = byAuthor.get(author);
        if (tweets != null) {
            tweets.forEach((tweet, entry) -> {
                if (nowNanos - entry.countsFromNanos() >= 0) {
                    action.accept(tweet);
                }
            });
        }
    }

    /** A look at what is new has come to its end. */
    void looked(Look look) {
        lastLook = Optional.of(look);
    }

    /** What was owed meanwhile has not all been looked at. */
    void missedSome() {
        known = false;
    }

    /** Whether all that is owed has been looked at. */
    boolean isKnown() {
        return known;
    }

    /** All that is owed has been looked at, for the first time or again. */
    void lookedAtAll(Optional<Instant> allSince) {
        allFrom = allSince.map(time -> TweetId.firstOf(time.plus(IDS_AHEAD))).orElse(TweetId.EARLIEST);
        known = true;
    }

    /**
     * Adds a debt, unless it is there already: what counts goes on counting.
     *
     * @return whether it was not there
     */
    synchronized boolean add(OwedDelivery owed, long countsFromNanos) {
        Entry there = byAuthor.computeIfAbsent(owed.author(), author -> new ConcurrentSkipListMap<>())
                .putIfAbsent(owed.tweet(), new Entry(owed, countsFromNanos));
        if (there == null) {
            entries++;
        }
        return there == null;
    }

    synchronized void remove(OwedDelivery owed) {
        NavigableMap<TweetId, Entry> tweets = byAuthor.get(owed.author());
        if (tweets != null && tweets.remove(owed.tweet()) != null) {
            entries--;
            if (tweets.isEmpty()) {
                byAuthor.remove(owed.author());
            }
        }
    }

    /** All debts in the list. */
    void forEach(BiConsumer<TweetId, OwedDelivery> action) {
        byAuthor.values().forEach(tweets -> tweets.forEach((tweet, entry) -> action.accept(tweet, entry.owed())));
    }
}
