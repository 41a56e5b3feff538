package timeline.gateway.warmup;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Whether code is warm: its calls take about as long as they ever will, and hardly anything is compiled any more. Both are needed: between
 * two waves of compilation calls are steady for a moment, and on a busy machine they are never steady.
 */
final class Warmth {
    private static final int CALLS = 50;
    /** Below this nothing was called often enough to be worth compiling, which looks like being done with it. */
    private static final int FEWEST = 400;
    /** How near to the best median the last one must be. */
    private static final double NEAR = 1.2;
    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final Duration FEW_COMPILATIONS = Duration.ofMillis(50);

    /** How much had been compiled at some time. */
    private record Sample(long atNanos, long compiledMillis) {}

    private final LongSupplier nanos;
    private final LongSupplier compiledMillis;
    private final long[] took = new long[CALLS];
    private final Deque<Sample> samples = new ArrayDeque<>();
    private int calls;
    private long best = Long.MAX_VALUE;
    private long last = Long.MAX_VALUE;

    /** @param compiledMillis for how long compilers have worked in this process altogether */
    Warmth(LongSupplier nanos, LongSupplier compiledMillis) {
        this.nanos = nanos;
        this.compiledMillis = compiledMillis;
    }

    /** A call is over. */
    void called(Duration time) {
        took[calls % CALLS] = time.toNanos();
        calls++;
        if (calls >= CALLS) {
            long[] sorted = took.clone();
            Arrays.sort(sorted);
            last = sorted[CALLS / 2];
            best = Math.min(best, last);
        }
        long now = nanos.getAsLong();
        samples.add(new Sample(now, compiledMillis.getAsLong()));
        // The first one left is the youngest that is old enough.
        while (samples.size() > 2 && now - second().atNanos >= WINDOW.toNanos()) {
            samples.remove();
        }
    }

    private Sample second() {
        return samples.stream().skip(1).findFirst().orElseThrow();
    }

    int calls() {
        return calls;
    }

    boolean isWarm() {
        return calls >= FEWEST && last <= best * NEAR && isCompiled();
    }

    private boolean isCompiled() {
        Sample from = samples.getFirst();
        Sample to = samples.getLast();
        return to.atNanos - from.atNanos >= WINDOW.toNanos()
                && to.compiledMillis - from.compiledMillis < FEW_COMPILATIONS.toMillis();
    }
}
