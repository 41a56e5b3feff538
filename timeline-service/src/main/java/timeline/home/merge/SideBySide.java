package timeline.home.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import timeline.deadline.Deadline;
import timeline.home.merge.SourceUnavailableException.Reason;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Runs the queries of one read at the same time, but only so many: a reader of 5,000 accounts shall not flood the store.
 *
 * @param threads starts a thread for each task, as virtual threads allow
 * @param width how many queries of one read are under way at once, at least 1
 */
public record SideBySide(ExecutorService threads, int width) {
    public SideBySide {
        if (width < 1) {
            throw new IllegalArgumentException("queries need at least one lane: " + width);
        }
    }

    /**
     * Runs all, or fails.
     *
     * @return the results in the order of the queries
     * @throws SourceUnavailableException when one failed, or not all were done by the deadline; the rest is cancelled
     */
    public <T> List<T> all(Collection<? extends Callable<T>> queries, Deadline deadline) {
        List<T> results = new ArrayList<>(queries.size());
        Deque<Future<T>> running = new ArrayDeque<>(width);
        try {
            for (Callable<T> query : queries) {
                if (running.size() == width) {
                    results.add(await(running.removeFirst(), deadline));
                }
                running.addLast(threads.submit(query));
            }
            while (!running.isEmpty()) {
                results.add(await(running.removeFirst(), deadline));
            }
            return results;
        } finally {
            running.forEach(task -> task.cancel(true));
        }
    }

    /**
     * Waits for a task until the deadline, and cancels it then.
     *
     * @throws SourceUnavailableException when it was not done in time, or could not reach the store
     */
    public static <T> T await(Future<T> task, Deadline deadline) {
        try {
            return task.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
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
}
