package timeline.tweetstore.cassandra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import timeline.deadline.Deadline;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Sends many statements without waiting for each, but never more than a few at a time: 5,000 at once would be a queue in Cassandra, where
 * everybody else's reads wait too.
 */
final class Concurrently {
    private final int maxInFlight;

    Concurrently(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    /**
     * Waits for all; the results are in the order of the inputs.
     *
     * @throws RuntimeException the first failure; nothing more is sent after one
     */
    <T, R> List<R> map(List<T> inputs, Function<T, CompletionStage<R>> send) {
        Semaphore free = new Semaphore(maxInFlight);
        List<CompletableFuture<R>> results = new ArrayList<>(inputs.size());
        for (T input : inputs) {
            acquire(free);
            if (results.stream().anyMatch(CompletableFuture::isCompletedExceptionally)) {
                break;
            }
            CompletableFuture<R> result = send.apply(input).toCompletableFuture();
            results.add(result.whenComplete((done, failure) -> free.release()));
        }
        return results.stream().map(Concurrently::await).toList();
    }

    /** Waits no longer than until this thread's {@link Deadline}, if it has one; each statement ends by its own time-out anyway. */
    static <R> R await(CompletionStage<R> result) {
        try {
            CompletableFuture<R> future = result.toCompletableFuture();
            Optional<Deadline> deadline = Deadline.ofRequest();
            return deadline.isPresent()
                    ? future.get(deadline.get().left().toNanos(), TimeUnit.NANOSECONDS)
                    : future.join();
        } catch (CompletionException failed) {
            throw Outage.orDefect(failed);
        } catch (ExecutionException failed) {
            throw Outage.orDefect(failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException late) {
            throw outOfTime(late);
        } catch (InterruptedException cancelled) {
            throw interrupted(cancelled);
        }
    }

    private static void acquire(Semaphore free) {
        try {
            Optional<Deadline> deadline = Deadline.ofRequest();
            if (deadline.isEmpty()) {
                free.acquire();
            } else if (!free.tryAcquire(deadline.get().left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw outOfTime(null);
            }
        } catch (InterruptedException cancelled) {
            throw interrupted(cancelled);
        }
    }

    private static TweetsUnavailableException outOfTime(@Nullable Throwable cause) {
        return new TweetsUnavailableException("no time is left to wait for Cassandra", cause);
    }

    private static TweetsUnavailableException interrupted(InterruptedException cancelled) {
        Thread.currentThread().interrupt();
        return new TweetsUnavailableException("interrupted while waiting for Cassandra", cancelled);
    }
}
