package timeline.load.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import timeline.load.CpuUse;

/** One round of the fan-out benchmark, beside the ceiling that was taken just before it. */
record FanoutRound(Reach fanout, Reach ceiling) {
    /**
     * How far something got.
     *
     * @param cpu processor time of all components that took part
     */
    record Reach(long deliveries, Duration took, CpuUse cpu) {
        double perSecond() {
            return deliveries / (took.toNanos() / 1e9);
        }

        double cpuSecondsPerMillion() {
            return cpu.seconds() / deliveries * 1e6;
        }

        /** The same without what its components would have used anyway. */
        Reach without(IdleBurn idle) {
            return new Reach(deliveries, took, cpu.since(idle.in(took)));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f deliveries/s, %.1f CPU-s per million", perSecond(),
                    cpuSecondsPerMillion());
        }
    }

    /** The share of the ceiling that the fan-out reached. */
    double share() {
        return fanout.perSecond() / ceiling.perSecond();
    }

    /** The same without what the components would have used anyway. */
    FanoutRound without(IdleBurn idle) {
        return new FanoutRound(fanout.without(idle), ceiling.without(idle));
    }

    /** The round of the median share: its figures belong together. */
    static List<String> summary(List<FanoutRound> rounds) {
        FanoutRound middle = rounds.stream().sorted(Comparator.comparingDouble(FanoutRound::share)).toList()
                .get(rounds.size() / 2);
        return List.of("from Kafka to readable: " + middle.fanout, "  CPU-s per million: " + parts(middle.fanout),
                "pipelined inserts and removals, the ceiling: " + middle.ceiling,
                "  CPU-s per million: " + parts(middle.ceiling),
                String.format(Locale.ROOT, "share of the ceiling: %.2f (the median of %d rounds)", middle.share(),
                        rounds.size()));
    }

    private static String parts(Reach reach) {
        return reach.cpu.parts(1e6 / reach.deliveries);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s; ceiling %s; share %.2f", fanout, ceiling, share());
    }
}
