package timeline.load.overload;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import timeline.load.Percentiles;
import timeline.load.generator.Tally;

/**
 * A phase that is over.
 *
 * @param name of the phase
 * @param seconds what became of the requests of each of its seconds
 * @param gatewayCpu the processor time of the gateway
 */
record Stretch(String name, List<Tally> seconds, Duration gatewayCpu) {
    private static final double WELL = 0.999;
    private static final Duration QUICKLY = Duration.ofMillis(200);

    Stretch {
        seconds = List.copyOf(seconds);
    }

    Tally total() {
        return Tally.sum(seconds);
    }

    /** Good answers a second. */
    double goodput() {
        return (double) total().good() / seconds.size();
    }

    /**
     * After how many seconds all is well again: from then on to the end, taken together, at least 99.9 % are good, and of those the 99th
     * percentile is below 200 ms.
     *
     * @return empty when that is at no time so
     */
    OptionalInt recoveredAfter() {
        for (int second = 0; second < seconds.size(); second++) {
            if (isWell(Tally.sum(seconds.subList(second, seconds.size())))) {
                return OptionalInt.of(second);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isWell(Tally rest) {
        return rest.good() > 0 && rest.good() >= WELL * rest.offered()
                && new Percentiles(rest.wanted()).at(99).compareTo(QUICKLY) < 0;
    }
}
