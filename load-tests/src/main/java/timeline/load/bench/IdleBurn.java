package timeline.load.bench;

import java.time.Duration;
import java.util.Locale;
import timeline.load.CpuUse;

/**
 * The processor time that a stack uses while nothing is asked of it: heartbeats, polls, timers. It is no part of what a delivery costs.
 *
 * @param used in {@code over}
 */
record IdleBurn(CpuUse used, Duration over) {
    /** The mean of two times, such as before and after a benchmark. */
    IdleBurn and(IdleBurn other) {
        return new IdleBurn(used.plus(other.used), over.plus(other.over));
    }

    /** What it comes to in a time. */
    CpuUse in(Duration time) {
        return used.times((double) time.toNanos() / over.toNanos());
    }

    /** In hundredths of one processor. */
    @Override
    public String toString() {
        CpuUse second = in(Duration.ofSeconds(1));
        return String.format(Locale.ROOT, "%.1f %% of one processor (%s)", second.seconds() * 100, second.parts(100));
    }
}
