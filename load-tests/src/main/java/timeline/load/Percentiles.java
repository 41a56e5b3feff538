package timeline.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The order statistics of some durations. */
public final class Percentiles {
    private final List<Duration> sorted;

    /** @throws IllegalArgumentException when there is nothing to tell about */
    public Percentiles(Collection<Duration> durations) {
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("no durations");
        }
        this.sorted = durations.stream().sorted().toList();
    }

    /**
     * The smallest duration that at least this share of all does not exceed (nearest rank).
     *
     * @param percent above 0, at most 100
     */
    public Duration at(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** {@link #at} in milliseconds. */
    public double millisAt(double percent) {
        return at(percent).toNanos() / 1e6;
    }
}
