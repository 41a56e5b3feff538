package timeline.simulation.port;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How much goes wrong with single calls. Each seed has its own weather: which of the troubles there are at all, how often, and how
 * slow everything is. So the calm seeds find what needs a long story, and the stormy ones what needs many accidents.
 */
public final class Trouble {
    private static final double[] RATES = {0, 0, 0.003, 0.02};
    /** Of batches there are few. */
    private static final double[] TORN = {0, 0, 0.03, 0.2};
    /** Half of the mean latency of one way, in nanoseconds: from a fast network to one in which everything overlaps. */
    private static final long[] PACES = {200_000, 2_000_000, 10_000_000};

    private static final long CALM_PACE = 200_000;

    private final SplittableRandom random;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private final long pace;
    private boolean over;

    public Trouble(SplittableRandom random) {
        this.random = random;
        for (Fault fault : new Fault[]{Fault.LOST_REQUEST, Fault.LOST_ANSWER, Fault.SLOW_CALL, Fault.DUPLICATE}) {
            rates.put(fault, RATES[random.nextInt(RATES.length)]);
        }
        rates.put(Fault.TORN_BATCH, TORN[random.nextInt(TORN.length)]);
        pace = PACES[random.nextInt(PACES.length)];
    }

    /** From now on nothing goes wrong any more. */
    public void end() {
        over = true;
    }

    public boolean isOver() {
        return over;
    }

    /** Whether a call has this trouble now. */
    public boolean strikes(Fault fault) {
        double rate = rates.getOrDefault(fault, 0.0);
        boolean strikes = !over && rate > 0 && random.nextDouble() < rate;
        if (strikes) {
            happened(fault);
        }
        return strikes;
    }

    /** How long one way of a call takes, in nanoseconds. */
    long latency() {
        return random.nextLong(1_000, 4 * (over ? CALM_PACE : pace));
    }

    /** Counts a fault. */
    public void happened(Fault fault) {
        happened.merge(fault, 1, Integer::sum);
    }

    /** How often each fault has struck. */
    public Map<Fault, Integer> counts() {
        return happened;
    }
}
