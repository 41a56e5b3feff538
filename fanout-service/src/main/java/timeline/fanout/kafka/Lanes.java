package timeline.fanout.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import timeline.deadline.Deadline;
import timeline.fanout.UnfinishedException;

/**
 * Runs lanes side by side, each on a virtual thread of its own, a bounded number of them at a time: beyond what keeps the cache
 * busy, more of them only make each one later.
 *
 * <p>Thread safe: the bound is for all batches together.
 */
public final class Lanes implements AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("lane-", 0).factory());
    private final Semaphore places;

    public Lanes(int atOnce) {
        // Fair: who waits through a turn comes first in the next one.
        this.places = new Semaphore(atOnce, true);
    }

    /**
     * Returns when every lane has ended.
     *
     * @param turn when it is over, lanes that have not begun do not begin any more; those that have look at it by themselves
     * @throws Outage the first one, when at least one lane ended with an outage
     * @throws UnfinishedException when no lane ended with an outage, and at least one for want of time
     * @throws Error when a lane ended with one, whatever the others did: the process is not to be trusted any more
     */
    void runAll(Collection<Runnable> lanes, Deadline turn) {
        List<Future<?>> running = new ArrayList<>();
        lanes.forEach(lane -> running.add(threads.submit(() -> run(lane, turn))));
        Throwable worst = null;
        for (Future<?> lane : running) {
            worst = worse(worst, failureOf(lane));
        }
        switch (worst) {
            case null -> {
            }
            case Error error -> throw error;
            case RuntimeException unfinished -> throw unfinished;
            default -> throw new IllegalStateException(worst);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void run(Runnable lane, Deadline turn) {
        takePlace(turn);
        try {
            lane.run();
        } finally {
            places.release();
        }
    }

    private void takePlace(Deadline turn) {
        try {
            if (!places.tryAcquire(turn.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new UnfinishedException();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnfinishedException();
        }
    }

    private static @Nullable Throwable failureOf(Future<?> lane) {
        try {
            lane.get();
            return null;
        } catch (ExecutionException failed) {
            return failed.getCause();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while waiting for a lane", stopping);
        }
    }

    private static @Nullable Throwable worse(@Nullable Throwable one, @Nullable Throwable other) {
        return weight(other) > weight(one) ? other : one;
    }

    private static int weight(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> 0;
            case UnfinishedException later -> 1;
            case Error defect -> 3;
            default -> 2;
        };
    }
}
