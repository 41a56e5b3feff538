package timeline.load.overload;

import java.util.OptionalDouble;

/**
 * What a refusal costs the gateway, from figures that hold much more than refusals. Two storms differ mainly in how much they refuse;
 * their difference is free of whatever both have alike. The little that one lets through more than the other is taken out at the price
 * of a calm time, in which nothing is refused.
 */
final class RefusalCost {
    /** With fewer the ticks in which processor time is counted weigh more than the refusals. */
    private static final long LEAST_REFUSALS = 1_000;

    private RefusalCost() {
    }

    /**
     * The gateway's processor time for a refusal, in microseconds.
     *
     * @param calm a time in which next to nothing was refused
     * @return empty when the storms refused about the same, or the calm was none
     */
    static OptionalDouble micros(Stretch calm, Stretch storm, Stretch worse) {
        long refusals = worse.total().overloaded() - storm.total().overloaded();
        long served = calm.total().admitted();
        if (refusals < LEAST_REFUSALS || served == 0 || calm.total().overloaded() > served / 100) {
            return OptionalDouble.empty();
        }
        double each = cpuMicros(calm) / served;
        double more = cpuMicros(worse) - cpuMicros(storm)
                - each * (worse.total().admitted() - storm.total().admitted());
        return OptionalDouble.of(more / refusals);
    }

    private static double cpuMicros(Stretch stretch) {
        return stretch.gatewayCpu().toNanos() / 1e3;
    }
}
