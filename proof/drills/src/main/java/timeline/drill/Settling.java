package timeline.drill;

import java.time.Duration;
import java.util.function.Supplier;
import timeline.drill.crowd.Pacer;
import timeline.history.Checker.Verdict;

/**
 * Looks again and again, after the disturbance, until nothing is missing any more or a look has failed that was begun when everything had to
 * be there: how long looking takes, in a stack that has a lot to show, is no part of the bound. Between two looks it rests for as long as a
 * look takes: somebody who looks without a rest keeps busy what is to recover.
 *
 * @param bound who begins to look so long after the disturbance has to find everything
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
            if (settled.verdict().isKept() || begun - over >= bound.toNanos()) {
                return settled;
            }
            Duration left = bound.minusNanos(pacer.nanoTime() - over);
            Duration rest = rest(Duration.ofNanos(looked - begun));
            pacer.sleep(left.isPositive() && left.compareTo(rest) < 0 ? left : rest);
        }
    }

    private static Duration rest(Duration look) {
        if (look.compareTo(SHORTEST_REST) < 0) {
            return SHORTEST_REST;
        }
        return look.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : look;
    }
}
