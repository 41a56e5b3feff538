package timeline.hometimeline.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How old the view of the cluster is by which commands are sent. Whoever has not heard of the cluster for long may believe a primary that
 * was replaced: what it answers lacks what its successor got, and what it takes is lost. For ten seconds readers find that in the book of
 * debts (ADR 0026); so nobody believes it for longer than half of that.
 *
 * <p>Thread safe.
 */
final class ViewAge {
    /** A constant, of the protocol and not of an operator. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final AtomicLong asOf;

    ViewAge(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.asOf = new AtomicLong(nanoTime.getAsLong() - FRESH.toNanos());
    }

    /** The time at which a look at the cluster begins. */
    long begin() {
        return nanoTime.getAsLong();
    }

    /** A look that began then has succeeded. */
    void seen(long began) {
        asOf.accumulateAndGet(began, (before, now) -> now - before > 0 ? now : before);
    }

    boolean isFresh() {
        return nanoTime.getAsLong() - asOf.get() < FRESH.toNanos();
    }
}
