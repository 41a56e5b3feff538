package timeline.system.history;

import java.time.Duration;
import java.util.List;
import timeline.id.UserId;

/**
 * What a checker has to know about a run besides what clients saw. It relaxes bounds, and excuses no loss.
 *
 * @param healthyFromNanos since when nothing was broken any more, and what had been owed was done
 * @param bound within which what is done on a healthy day reaches everybody (G3)
 * @param wentDown authors who stopped being pulled
 */
public record Conditions(long healthyFromNanos, Duration bound, List<WentDown> wentDown) {
    /** No healthy day to judge by, and no excuse. */
    public static final Conditions NONE = new Conditions(Long.MAX_VALUE, Duration.ZERO, List.of());

    /** From this moment on readers rely on pushes; a tweet that they had pulled may still wait for its own (ADR 0014). */
    public record WentDown(UserId author, long nanos) {}

    public Conditions {
        wentDown = List.copyOf(wentDown);
    }

    /** Whether readers who had seen tweets of this author may have to wait for a push to see them again. */
    boolean mayWaitForPush(UserId author, long seenNanos, long readEndedNanos) {
        return readEndedNanos < healthyFromNanos && wentDown.stream().anyMatch(change -> change.author().equals(author)
                && change.nanos() <= readEndedNanos && seenNanos <= change.nanos() + bound.toNanos());
    }
}
