package timeline.load.overload;

import java.util.List;
import timeline.load.generator.Pace;
import timeline.load.generator.Phase;

/**
 * How long everything takes, in seconds.
 *
 * @param warmUp as fast as the peak, before it counts, again until that grows no more; 0 for none
 */
record Plan(int warmUp, int peak, int calm, int storm) {
    /** So many ask at once for the peak, each again as soon as there is an answer. */
    private static final int AT_PEAK = 16;
    private static final double CALM = 0.5;

    /** @param storm each of the storms, and the calm after it; the rest is in proportion */
    static Plan of(int warmUp, int storm) {
        return new Plan(warmUp, Math.max(1, storm * 3 / 4), Math.max(1, storm / 2), storm);
    }

    static Phase closed(String name, int seconds) {
        return new Phase(name, new Pace.Closed(AT_PEAK), seconds);
    }

    /** Calm, then for each factor a storm of so many times the peak and a calm after it. */
    List<Phase> storms(double peakPerSecond, double milder, double worse) {
        return List.of(open(CALM, peakPerSecond, calm), open(milder, peakPerSecond, storm),
                open(CALM, peakPerSecond, storm), open(worse, peakPerSecond, storm), open(CALM, peakPerSecond, storm));
    }

    private static Phase open(double factor, double peakPerSecond, int seconds) {
        String name = factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor);
        return new Phase(name + "x", new Pace.Open(factor * peakPerSecond), seconds);
    }
}
