package timeline.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a fact, never for an amount of time: {@code Await.that("the tweet is cached", () -> cache.contains(tweet))}. The
 * deadline only bounds how long a broken build takes to fail, so it is generous.
 */
public final class Await {
    private static final Await DEFAULT = within(Duration.ofSeconds(20));
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Duration limit;

    private Await(Duration limit) {
        this.limit = limit;
    }

    public static Await within(Duration limit) {
        return new Await(limit);
    }

    /** {@link #until} with a deadline of 20 seconds. */
    public static void that(String fact, Callable<Boolean> holds) {
        DEFAULT.until(fact, holds);
    }

    /** {@link #untilPasses} with a deadline of 20 seconds. */
    public static void passes(String fact, Assertions assertions) {
        DEFAULT.untilPasses(fact, assertions);
    }

    /** Assertions that may fail for a while. */
    @FunctionalInterface
    public interface Assertions {
        void check() throws Exception;
    }

    /**
     * Returns when the fact holds; an exception while looking counts as "not yet".
     *
     * @param fact for the failure's message: "not within 20 s: {@code fact}"
     * @throws AssertionError at the deadline, with the last exception as its cause
     */
    public void until(String fact, Callable<Boolean> holds) {
        value(fact, () -> holds.call() ? Optional.of(true) : Optional.empty());
    }

    /** Returns when the assertions pass; their last failure is the cause of the error at the deadline. */
    public void untilPasses(String fact, Assertions assertions) {
        value(fact, () -> {
            assertions.check();
            return Optional.of(true);
        });
    }

    /** Returns the value as soon as there is one. */
    public <T> T value(String fact, Callable<Optional<T>> look) {
        long deadline = System.nanoTime() + limit.toNanos();
        Throwable last;
        do {
            try {
                Optional<T> value = look.call();
                if (value.isPresent()) {
                    return value.get();
                }
                last = null;
            } catch (Exception | AssertionError notYet) {
                last = notYet;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw failure("interrupted while waiting: " + fact, last);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        } while (System.nanoTime() - deadline < 0);
        throw failure("not within " + limit.toMillis() / 1000.0 + " s: " + fact, last);
    }

    private static AssertionError failure(String message, @Nullable Throwable cause) {
        return new AssertionError(cause == null ? message : message + " (last: " + cause.getMessage() + ")", cause);
    }
}
