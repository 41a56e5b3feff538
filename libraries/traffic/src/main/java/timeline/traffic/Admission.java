package timeline.traffic;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets in as many requests as can be done, and refuses the others at once. The limit follows the queue, not the response time: when a store
 * is slow everything takes long on an idle processor, and nobody must be refused for that (G11). While nothing queues the limit does not
 * bite at all. It shrinks by how far the delay is above its target, and grows while it is used (Cho et al., <i>Overload Control for
 * microsecond-scale RPCs with Breakwater</i>, OSDI 2020). Thread-safe; never waits.
 */
public final class Admission {
    /** How hard a limit that is too high is cut. */
    private static final double CUT = 0.2;
    private static final double MOST_CUT = 0.5;
    private static final double USED = 0.8;
    private static final double GROWTH = 1.0 / 16;
    /** For so many windows the limit bites on after work has queued, or somebody was refused. */
    private static final int BITES_ON = 10;

    /**
     * By what is decided.
     *
     * @param target the queue delay up to which more is let in
     * @param window between two changes of the limit
     * @param start the first limit: a burst meets it
     * @param least what is always let in
     * @param most an end to arithmetic
     */
    public record Rules(Duration target, Duration window, int start, int least, int most) {}

    private final Rules rules;
    private final LongSupplier delayNanos;
    private final LongSupplier nanos;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong nextChange;
    private volatile double limit;
    private volatile long bitesUntil;
    private volatile boolean refusedSinceChange;

    /** @param delayNanos how long work waits now */
    public Admission(Rules rules, LongSupplier delayNanos, LongSupplier nanos) {
        this.rules = rules;
        this.delayNanos = delayNanos;
        this.nanos = nanos;
        this.limit = rules.start();
        this.bitesUntil = nanos.getAsLong();
        this.nextChange = new AtomicLong(bitesUntil + rules.window().toNanos());
    }

    /** Whether a request may enter; if so, {@link #leave} must follow. */
    public boolean enter(Rank rank) {
        long delay = delayNanos.getAsLong();
        long now = nanos.getAsLong();
        changeLimit(delay, now);
        if (delay > rules.target().toNanos() / 2) {
            biteOn(now);
        }
        if (inFlight.incrementAndGet() > limit * rank.share() && now - bitesUntil < 0) {
            inFlight.decrementAndGet();
            refusedSinceChange = true;
            biteOn(now);
            return false;
        }
        return true;
    }

    private void biteOn(long now) {
        bitesUntil = now + BITES_ON * rules.window().toNanos();
    }

    public void leave() {
        inFlight.decrementAndGet();
    }

    /** The requests that were let in and have not left. */
    public int inFlight() {
        return inFlight.get();
    }

    /** How many may be in while others wait. */
    public double limit() {
        return limit;
    }

    private void changeLimit(long delay, long now) {
        long due = nextChange.get();
        if (now - due < 0 || !nextChange.compareAndSet(due, now + rules.window().toNanos())) {
            return;
        }
        double excess = (double) delay / rules.target().toNanos() - 1;
        if (excess > 0) {
            // From what is there: a limit that did not bite may be far above it.
            double used = Math.min(limit, Math.max(inFlight.get(), rules.least()));
            limit = Math.max(rules.least(), used * Math.max(MOST_CUT, 1 - CUT * excess));
        } else if (refusedSinceChange || inFlight.get() > USED * limit) {
            limit = Math.min(rules.most(), limit + Math.max(1, limit * GROWTH));
        }
        refusedSinceChange = false;
    }
}
