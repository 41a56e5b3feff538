package timeline.home.owed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import timeline.id.TweetId;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;

/**
 * Looks at the book of debts, once for all readers of the process, whether there are any: no read asks it.
 *
 * <p>Often at what is new: written since eight seconds before the last look, two for a write that is being made and six for clocks that
 * differ. Rarely at everything, for what came too late for that, and to forget what has been settled.
 *
 * <p>What is found by a look counts from two seconds after the look <em>before</em> began: a tweet that was acknowledged two seconds ago shows
 * whatever became of its push, and one that is being pushed as usual never does. All by the monotonic clock of this process.
 *
 * <p>A look at what is new is for one thread.
 */
public final class OwedLooks {
    /** Between two looks at what is new. A constant of the protocol, as are the others: readers and writers reckon with them (ADR 0026). */
    public static final Duration OFTEN = Duration.ofMillis(500);
    /** Between two looks at everything. */
    public static final Duration RARELY = Duration.ofSeconds(5);

    /** More than that is not held: 10 MB, or 80 minutes of 20 tweets a second that nobody delivers. */
    static final int MOST_ENTRIES = 100_000;
    /** From when it is dated until it can be found: a write, and two clocks. */
    private static final Duration LATEST_ARRIVAL = Duration.ofSeconds(8);
    /** A tweet that is pushed as usual is pushed within less. */
    static final Duration USUAL_DELIVERY = Duration.ofSeconds(2);
    /** What is younger is left to the other kind of look. */
    private static final Duration NEW = Duration.ofSeconds(4);
    /** After a longer gap only a look at everything tells what was owed meanwhile: nobody reads a hundred partitions in one statement. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(60);

    private final OwedDeliveries owed;
    private final OwedList list;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final int mostEntries;
    private Optional<OwedList.Look> before = Optional.empty();
    private Set<TweetId> missing = Set.of();

    public OwedLooks(OwedDeliveries owed, OwedList list, InstantSource clock, LongSupplier nanoTime) {
        this(owed, list, clock, nanoTime, MOST_ENTRIES);
    }

    OwedLooks(OwedDeliveries owed, OwedList list, InstantSource clock, LongSupplier nanoTime, int mostEntries) {
        this.owed = owed;
        this.list = list;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.mostEntries = mostEntries;
    }

    /**
     * Looks at what is new.
     *
     * @return what was not known before
     * @throws timeline.tweetstore.TweetsUnavailableException when the book can't be read; the list is then as old as it was
     */
    public List<TweetId> lookAtWhatIsNew() {
        OwedList.Look now = new OwedList.Look(nanoTime.getAsLong(), clock.instant());
        Instant last = before.map(OwedList.Look::beganAt).filter(time -> time.isBefore(now.beganAt()))
                .orElse(now.beganAt());
        Instant earliest = now.beganAt().minus(LONGEST_GAP);
        if (last.isBefore(earliest)) {
            list.missedSome();
        }
        Instant since = latest(last, earliest).minus(LATEST_ARRIVAL);
        // The first look knows of none before: whatever it finds may be old.
        long countsFrom = before.map(look -> look.beganNanos() + USUAL_DELIVERY.toNanos()).orElse(now.beganNanos());
        List<TweetId> unknown = new ArrayList<>();
        for (OwedDelivery entry : owed.writtenSince(since)) {
            if (list.add(entry, countsFrom)) {
                unknown.add(entry.tweet());
            }
        }
        before = Optional.of(now);
        list.looked(now);
        return unknown;
    }

    /** Whether a look at everything is due at once: until then the list is not believed. */
    public boolean isEverythingDue() {
        return !list.isKnown();
    }

    /** @throws timeline.tweetstore.TweetsUnavailableException when the book can't be read; then nothing is forgotten */
    public synchronized void lookAtEverything() {
        long now = nanoTime.getAsLong();
        Instant young = clock.instant().minus(NEW);
        List<OwedDelivery> held = new ArrayList<>();
        list.forEach((tweet, entry) -> held.add(entry));
        OwedDeliveries.Newest found = owed.newest(mostEntries);
        Set<OwedDelivery> there = new HashSet<>(found.entries());
        Set<TweetId> tweetsThere = new HashSet<>();
        for (OwedDelivery entry : there) {
            tweetsThere.add(entry.tweet());
            if (entry.writtenAt().isBefore(young)) {
                boolean _ = list.add(entry, now);
            }
        }
        forget(held, tweetsThere);
        list.lookedAtAll(found.all()
                ? Optional.empty()
                : found.entries().stream().map(OwedDelivery::writtenAt).min(Instant::compareTo));
    }

    /** Only when it was missing the last time already: every read that took it from the list then is over. */
    private void forget(List<OwedDelivery> held, Set<TweetId> there) {
        Set<TweetId> missingNow = new HashSet<>();
        for (OwedDelivery entry : held) {
            if (!there.contains(entry.tweet())) {
                if (missing.contains(entry.tweet())) {
                    list.remove(entry);
                } else {
                    missingNow.add(entry.tweet());
                }
            }
        }
        missing = missingNow;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
