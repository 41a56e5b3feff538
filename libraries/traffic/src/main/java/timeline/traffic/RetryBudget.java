package timeline.traffic;

import java.util.function.LongSupplier;

/**
 * How many calls may be repeated: a share of those that succeeded. When one instance of two dies, everything that it held is repeated at
 * once; when a whole service is in trouble, repetitions add no more than that share to its load, instead of doubling it (Finagle's retry
 * budgets; Brooker, <i>Fixing retries with token buckets and circuit breakers</i>, 2022). Thread-safe; never waits.
 */
public final class RetryBudget {
    private static final double FREE_EACH_SECOND = 1;

    private final double share;
    private final double most;
    private final LongSupplier nanos;
    private double tokens;
    private long filledAt;

    /**
     * @param share what each success adds
     * @param most what can be saved; it begins so
     */
    public RetryBudget(double share, int most, LongSupplier nanos) {
        this.share = share;
        this.most = most;
        this.nanos = nanos;
        this.tokens = most;
        this.filledAt = nanos.getAsLong();
    }

    /** A call succeeded. */
    public synchronized void succeeded() {
        tokens = Math.min(most, tokens + share);
    }

    /** Takes one repetition out, if there is one. */
    public synchronized boolean take() {
        if (left() < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** How many repetitions there are now. */
    public synchronized double left() {
        long now = nanos.getAsLong();
        tokens = Math.min(most, tokens + FREE_EACH_SECOND * (now - filledAt) / 1e9);
        filledAt = now;
        return tokens;
    }
}
