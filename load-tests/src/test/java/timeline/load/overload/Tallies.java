package timeline.load.overload;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import timeline.load.generator.Answer;
import timeline.load.generator.Tally;

/** Seconds as a test wants them. */
final class Tallies {
    private static final Answer PAGE = new Answer(200, "", false, false);
    private static final Answer REFUSAL = new Answer(503, "overloaded", true, false);

    private Tallies() {
    }

    static Tally of(int good, long millis, int refused) {
        Tally tally = new Tally();
        for (int n = 0; n < good; n++) {
            tally.offer();
            tally.answered(PAGE, Duration.ofMillis(millis), Duration.ofMillis(millis));
        }
        for (int n = 0; n < refused; n++) {
            tally.offer();
            tally.answered(REFUSAL, Duration.ofMillis(1), Duration.ofMillis(1));
        }
        return tally;
    }

    static List<Tally> times(int seconds, Tally tally) {
        return Collections.nCopies(seconds, tally);
    }
}
