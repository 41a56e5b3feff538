package timeline.history;

import java.time.Duration;
import timeline.id.UserId;

/**
 * One call of one client, with its answer.
 *
 * @param invokedNanos when the client began, on the one monotonic clock of the history
 * @param endedNanos when it had the whole answer, or gave up; not before {@code invokedNanos}
 */
public record Operation(long invokedNanos, long endedNanos, UserId user, Action action, Outcome outcome) {
    public Operation {
        if (endedNanos < invokedNanos) {
            throw new IllegalArgumentException("ended before it was invoked: " + endedNanos + " < " + invokedNanos);
        }
    }

    public Duration took() {
        return Duration.ofNanos(endedNanos - invokedNanos);
    }

    /** Whether this call was answered before the other one began: only then must the other one see what it did. */
    public boolean precedes(Operation other) {
        return endedNanos < other.invokedNanos;
    }
}
