package timeline.drill.spike;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Disturbance.Figure;
import timeline.drill.disturbance.Disturbance.Limit;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.load.figures.Percentiles;
import timeline.load.figures.Recovery;
import timeline.load.generator.Second;
import timeline.load.generator.Tally;

/**
 * What became of a spike.
 *
 * @param peakPerSecond good answers when no more was asked than could be done
 * @param seconds of all phases, in order
 * @param primaries how many nodes of the cache there are
 * @param emptied how many of them lost something in the excess
 * @param ended components whose process is another one, or none, afterwards
 */
record SpikeResult(SpikePlan plan, double peakPerSecond, List<Second> seconds, int primaries, int emptied,
        List<String> ended) {
    /** Of what is due in a phase, rounding aside. */
    private static final double ALL = 0.99;

    List<Shown> shown() {
        Tally excess = Tally.sum(of(SpikePlan.EXCESS).toList());
        Tally all = Tally.sum(seconds.stream().map(Second::tally).toList());
        OptionalInt well = Recovery.after(of(SpikePlan.AFTER).toList());
        Tally calm = Tally.sum(of(SpikePlan.CALM).toList());
        return List.of(new Figure("good answers at the peak", peakPerSecond, "a second"),
                new Figure("p99 at half of it, before", calm.wanted().isEmpty()
                        ? Double.POSITIVE_INFINITY
                        : new Percentiles(calm.wanted()).millisAt(99), "ms"),
                new Figure("good answers in the excess", (double) excess.good() / plan.excess(), "a second"),
                new Figure("refused in the excess", (double) excess.refused() / plan.excess(), "a second"),
                new Effect("requests in the excess", excess.offered(),
                        (long) (ALL * plan.times() * plan.excess() * peakPerSecond)),
                new Effect("primaries emptied of timelines meanwhile", emptied, Math.max(1, primaries)),
                new Limit("99.9 % good again, with a p99 below 200 ms, at half of the peak after",
                        well.isPresent() ? well.getAsInt() : Double.POSITIVE_INFINITY, plan.recovery(), "s"),
                new Limit("requests without an answer within 2 s", all.slow(), 0, ""),
                new Limit("errors that do not say what is wrong and when to come back", all.unexplained(), 0, ""),
                new Limit("processes that ended" + (ended.isEmpty() ? "" : " (" + String.join(", ", ended) + ")"),
                        ended.size(), 0, ""));
    }

    private Stream<Tally> of(int phase) {
        return seconds.stream().filter(second -> second.phase() == phase).map(Second::tally);
    }
}
