package timeline.history;

import java.time.Duration;
import java.util.Optional;

/**
 * What a checker has to know about a run besides what clients saw. It excuses nothing.
 *
 * @param healthyFromNanos since when nothing was broken any more, and what had been owed was done
 * @param bound within which what is done on a healthy day reaches everybody (G3)
 * @param ceiling within which, on any day, a tweet is shown or the answer says that it may not be (G15); empty when nobody promised
 */
public record Conditions(long healthyFromNanos, Duration bound, Optional<Duration> ceiling) {
    /** No healthy day to judge by. */
    public static final Conditions NONE = new Conditions(Long.MAX_VALUE, Duration.ZERO);

    /** Without a ceiling. */
    public Conditions(long healthyFromNanos, Duration bound) {
        this(healthyFromNanos, bound, Optional.empty());
    }
}
