package timeline.tweetstore.cassandra;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

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
            free.acquireUninterruptibly();
            if (results.stream().anyMatch(CompletableFuture::isCompletedExceptionally)) {
                break;
            }
            CompletableFuture<R> result = send.apply(input).toCompletableFuture();
            results.add(result.whenComplete((done, failure) -> free.release()));
        }
        return results.stream().map(Concurrently::await).toList();
    }

    static <R> R await(CompletionStage<R> result) {
        try {
            return result.toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw Outage.orDefect(failed);
        }
    }
}
