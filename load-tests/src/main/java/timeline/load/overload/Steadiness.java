package timeline.load.overload;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import timeline.load.figures.Percentiles;
import timeline.load.generator.Tally;

/**
 * How an even load fared.
 *
 * @param seconds what became of the requests of each second
 */
record Steadiness(List<Tally> seconds) {
    /** Of 99 in 100 requests, from when they were due. */
    private static final Duration AIM = Duration.ofMillis(200);
    /** Seconds; how the first of them fare is told apart. */
    private static final int FIRST = 10;

    Steadiness {
        seconds = List.copyOf(seconds);
    }

    boolean isPassed() {
        return failed() == 0 && millisAt(99, seconds) < AIM.toMillis();
    }

    /** Without a 2xx: refused, unanswered, or an error. */
    private long failed() {
        Tally total = Tally.sum(seconds);
        return total.offered() - total.wanted().size();
    }

    /** The last lines of the benchmark. */
    List<String> lines() {
        Tally total = Tally.sum(seconds);
        List<Tally> first = seconds.subList(0, Math.min(FIRST, seconds.size()));
        return List.of(
                String.format(Locale.ROOT,
                        "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms (aim %d); of the first %d s p99 %.0f ms",
                        millisAt(50, seconds), millisAt(95, seconds), millisAt(99, seconds), AIM.toMillis(),
                        first.size(), millisAt(99, first)),
                String.format(Locale.ROOT, "%d of %d had no good answer (aim 0): %d refused, %d unanswered, %d others",
                        failed(), total.offered(), total.refused(), total.unanswered(), total.other()),
                isPassed() ? "passed" : "FAILED");
    }

    /** Infinite when nobody had an answer. */
    private static double millisAt(double percent, List<Tally> seconds) {
        List<Duration> wanted = Tally.sum(seconds).wanted();
        return wanted.isEmpty() ? Double.POSITIVE_INFINITY : new Percentiles(wanted).millisAt(percent);
    }
}
