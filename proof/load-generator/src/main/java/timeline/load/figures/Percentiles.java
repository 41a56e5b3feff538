package timeline.load.figures;

import java.time.Duration;
import java.util.Collection;
import org.HdrHistogram.Histogram;

/** The order statistics of some durations, to three digits of microseconds. */
public final class Percentiles {
    private static final int DIGITS = 3;

    private final Histogram micros = new Histogram(DIGITS);

    /** @throws IllegalArgumentException when there is nothing to tell about */
    public Percentiles(Collection<Duration> durations) {
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("no durations");
        }
        micros.setAutoResize(true);
        durations.forEach(duration -> micros.recordValue(duration.toNanos() / 1_000));
    }

    /**
     * The smallest duration that at least this share of all does not exceed (nearest rank).
     *
     * @param percent above 0, at most 100
     */
    public Duration at(double percent) {
        return Duration.ofNanos(micros.getValueAtPercentile(percent) * 1_000);
    }

    /** {@link #at} in milliseconds. */
    public double millisAt(double percent) {
        return at(percent).toNanos() / 1e6;
    }
}
