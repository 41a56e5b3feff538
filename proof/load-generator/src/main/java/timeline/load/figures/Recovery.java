package timeline.load.figures;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import timeline.load.generator.Tally;

/** When all is well again after an excess. */
public final class Recovery {
    private static final double WELL = 0.999;
    private static final Duration QUICKLY = Duration.ofMillis(200);

    private Recovery() {
    }

    /**
     * After how many seconds: from then on to the end, taken together, at least 99.9 % are good, and of those the 99th percentile is below
     * 200 ms.
     *
     * @param seconds what became of the requests of each second since the excess ended
     * @return empty when that is at no time so
     */
    public static OptionalInt after(List<Tally> seconds) {
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
