package timeline.home.owed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import timeline.id.TweetId;

/**
 * No timeline is silently stale: a read shows every tweet that was acknowledged more than five seconds before it began, or says that it may
 * not (G15). Whoever may be dead cannot testify that nothing is missing, so neither the fan-out nor Kafka is asked, but the book of debts
 * (ADR 0026).
 *
 * <p>It can be switched off while the process runs, to see what reads are without it: the list is kept, and not used.
 */
public final class Ceiling {
    /** What began to be looked at longer ago says nothing of the last seconds. */
    private static final Duration OLDEST_LIST = Duration.ofSeconds(4);

    private final OwedList list;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final LongAdder mended = new LongAdder();
    private volatile boolean on;

    public Ceiling(OwedList list, InstantSource clock, LongSupplier nanoTime, boolean on) {
        this.list = list;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.on = on;
    }

    public boolean isOn() {
        return on;
    }

    /** From the next read on. */
    public void turn(boolean isOn) {
        on = isOn;
    }

    /**
     * What is owed, for one read. To be taken before the graph and the page are read: what it lacks was settled before, and so it is in a
     * page that is read later, or in a pull set that is.
     */
    public OwedView view() {
        return on
                ? new OwedView(list, nanoTime.getAsLong(), isFresh(),
                        TweetId.firstOf(clock.instant().minus(OwedLooks.USUAL_DELIVERY)))
                : OwedView.NOTHING;
    }

    /** How old the list is: since its last look began, by the clock that says more. Empty while nothing is known. */
    public Optional<Duration> age() {
        return list.lastLook().map(look -> {
            Duration monotonic = Duration.ofNanos(nanoTime.getAsLong() - look.beganNanos());
            Duration wall = Duration.between(look.beganAt(), clock.instant());
            return monotonic.compareTo(wall) > 0 ? monotonic : wall;
        });
    }

    /** A read showed what its cached timeline did not have. */
    public void noteMended() {
        mended.increment();
    }

    /** How many reads did. */
    public long mended() {
        return mended.sum();
    }

    private boolean isFresh() {
        return age().filter(age -> age.compareTo(OLDEST_LIST) <= 0).isPresent();
    }
}
