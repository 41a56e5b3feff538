package timeline.home.merge;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import timeline.home.merge.SourceUnavailableException.Reason;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * The moment by which something must be done, handed down from the request to every stage of a read: time-outs that each stage
 * counts for itself add up, a deadline does not (G12).
 */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long atNanos;

    private Deadline(LongSupplier nanoTime, long atNanos) {
        this.nanoTime = nanoTime;
        this.atNanos = atNanos;
    }

    /** @param nanoTime a clock that never jumps, as {@link System#nanoTime} */
    public static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos());
    }

    /** A deadline in the given time, or this one when that is sooner. */
    public Deadline atMost(Duration time) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + Math.min(time.toNanos(), nanosLeft()));
    }

    public boolean hasPassed() {
        return nanosLeft() <= 0;
    }

    /** How long to wait at most; zero when it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanosLeft()));
    }

    /**
     * Waits for a task until the deadline, and cancels it then.
     *
     * @throws SourceUnavailableException when it was not done in time, or could not reach the store
     */
    public <T> T await(Future<T> task) {
        try {
            return task.get(Math.max(0, nanosLeft()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooSlow) {
            task.cancel(true);
            throw new SourceUnavailableException(Reason.TOO_SLOW, tooSlow);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException(Reason.TOO_SLOW, stopped);
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        }
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        return switch (failed.getCause()) {
            case TweetsUnavailableException outage -> new SourceUnavailableException(Reason.FAILED, outage);
            case RuntimeException known -> known;
            case Error defect -> throw defect;
            case null, default -> new IllegalStateException(failed);
        };
    }

    private long nanosLeft() {
        return atNanos - nanoTime.getAsLong();
    }
}
