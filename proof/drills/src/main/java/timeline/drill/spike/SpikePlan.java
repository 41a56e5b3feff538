package timeline.drill.spike;

import java.util.List;
import timeline.load.generator.Pace;
import timeline.load.generator.Phase;

/**
 * How a spike goes, in seconds.
 *
 * @param users who ask
 * @param warmUp at the peak, before it counts
 * @param peak how long the peak is measured
 * @param calm half of it, before anything happens
 * @param excess so long {@code times} of it
 * @param after half of it again
 * @param recovery within which all has to be well again; {@code after} has to be longer
 */
public record SpikePlan(int users, int warmUp, int peak, int calm, int times, int excess, int after, int recovery) {
    /** So many ask at once for the peak, each again as soon as there is an answer. */
    private static final int AT_PEAK = 16;
    private static final double HALF = 0.5;

    /** Numbers of {@link #phases}. */
    static final int CALM = 0;
    static final int EXCESS = 1;
    static final int AFTER = 2;

    public SpikePlan {
        if (after <= recovery) {
            throw new IllegalArgumentException(
                    "nothing is left of " + after + " s to show what is well after " + recovery
                            + " s");
        }
    }

    static Phase closed(String name, int seconds) {
        return new Phase(name, new Pace.Closed(AT_PEAK), seconds);
    }

    /** Calm, excess, calm. */
    List<Phase> phases(double peakPerSecond) {
        return List.of(new Phase("half of the peak", new Pace.Open(HALF * peakPerSecond), calm),
                new Phase(times + " times the peak", new Pace.Open(times * peakPerSecond), excess),
                new Phase("half of the peak again", new Pace.Open(HALF * peakPerSecond), after));
    }
}
