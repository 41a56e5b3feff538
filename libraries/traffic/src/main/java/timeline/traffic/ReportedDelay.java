package timeline.traffic;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The queue delay that another service has reported with its last answer; forgotten soon, because it changes fast. Thread-safe. */
public final class ReportedDelay {
    private static final Duration VALID = Duration.ofMillis(200);

    private record Report(long delayNanos, long at) {}

    private final LongSupplier nanos;
    private volatile Report last;

    public ReportedDelay(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = new Report(0, nanos.getAsLong());
    }

    public void report(Duration delay) {
        last = new Report(delay.toNanos(), nanos.getAsLong());
    }

    /** Zero when nothing was reported lately. */
    public long nanos() {
        Report known = last;
        return nanos.getAsLong() - known.at <= VALID.toNanos() ? known.delayNanos : 0;
    }
}
