package timeline.history;

import java.time.Duration;

/**
 * What a checker has to know about a run besides what clients saw. It excuses nothing.
 *
 * @param healthyFromNanos since when nothing was broken any more, and what had been owed was done
 * @param bound within which what is done on a healthy day reaches everybody (G3)
 */
public record Conditions(long healthyFromNanos, Duration bound) {
    /** No healthy day to judge by. */
    public static final Conditions NONE = new Conditions(Long.MAX_VALUE, Duration.ZERO);
}
