package timeline.load.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One round of the fan-out benchmark, beside the ceiling that was taken just before it. */
record FanoutRound(Reach fanout, Reach ceiling) {
    /**
     * How far something got.
     *
     * @param cpu processor time of all components that took part
     */
    record Reach(long deliveries, Duration took, Duration cpu) {
        double perSecond() {
            return deliveries / (took.toNanos() / 1e9);
        }

        double cpuSecondsPerMillion() {
            return cpu.toNanos() / 1e9 / deliveries * 1e6;
        }
    }

    /** The share of the ceiling that the fan-out reached. */
    double share() {
        return fanout.perSecond() / ceiling.perSecond();
    }

    static String summary(List<FanoutRound> rounds) {
        return String.format(Locale.ROOT,
                "fan-out: %.0f deliveries/s, %.1f CPU-s per million; ceiling (pipelined ZADD): %.0f/s, "
                        + "%.1f CPU-s per million; share %.2f (medians of %d rounds)",
                median(rounds, round -> round.fanout.perSecond()),
                median(rounds, round -> round.fanout.cpuSecondsPerMillion()),
                median(rounds, round -> round.ceiling.perSecond()),
                median(rounds, round -> round.ceiling.cpuSecondsPerMillion()), median(rounds, FanoutRound::share),
                rounds.size());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f deliveries/s, %.1f CPU-s per million; ceiling %.0f/s, %.1f; share %.2f",
                fanout.perSecond(), fanout.cpuSecondsPerMillion(), ceiling.perSecond(), ceiling.cpuSecondsPerMillion(),
                share());
    }

    private static double median(List<FanoutRound> rounds, ToDoubleFunction<FanoutRound> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
