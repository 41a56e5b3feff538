package timeline.drill;

import java.time.Duration;
import java.util.function.Supplier;
import timeline.drill.crowd.Pacer;
import timeline.history.Checker.Verdict;

/**
 * Looks again and again, after the disturbance, until nothing is missing any more or time is up. Between two looks it rests for as long
 * as a look takes: somebody who looks without a rest keeps busy what is to recover.
 */
record Settling(Pacer pacer, Duration bound) {
    private static final Duration SHORTEST_REST = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(3);

    /**
     * What became of it all.
     *
     * @param recovered from the end of the disturbance until the last look had been taken
     */
    record Settled(Verdict verdict, Duration recovered) {}

    /**
     * @param look scrolls to the end
     * @param judge judges all that was seen so far
     */
    Settled settle(Runnable look, Supplier<Verdict> judge) {
        long over = pacer.nanoTime();
        while (true) {
            long begun = pacer.nanoTime();
            look.run();
            long looked = pacer.nanoTime();
            Settled settled = new Settled(judge.get(), Duration.ofNanos(looked - over));
            Duration rest = rest(Duration.ofNanos(looked - begun));
            if (settled.verdict().isKept() || pacer.nanoTime() + rest.toNanos() - over >= bound.toNanos()) {
                return settled;
            }
            pacer.sleep(rest);
        }
    }

    private static Duration rest(Duration look) {
        if (look.compareTo(SHORTEST_REST) < 0) {
            return SHORTEST_REST;
        }
        return look.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : look;
    }
}
