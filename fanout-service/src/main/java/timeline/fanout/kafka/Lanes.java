package timeline.fanout.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

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
        this.places = new Semaphore(atOnce);
    }

    /**
     * Returns when every lane has ended.
     *
     * @throws Outage the first one, when at least one lane ended with an outage
     * @throws Error when a lane ended with one, whatever the others did: the process is not to be trusted any more
     */
    void runAll(Collection<Runnable> lanes) {
        List<Future<?>> running = new ArrayList<>();
        lanes.forEach(lane -> running.add(threads.submit(() -> run(lane))));
        Throwable worst = null;
        for (Future<?> lane : running) {
            worst = worse(worst, failureOf(lane));
        }
        switch (worst) {
            case null -> {
            }
            case Error error -> throw error;
            case RuntimeException outage -> throw outage;
            default -> throw new IllegalStateException(worst);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void run(Runnable lane) {
        places.acquireUninterruptibly();
        try {
            lane.run();
        } finally {
            places.release();
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
        return one == null || (other instanceof Error && !(one instanceof Error)) ? other : one;
    }
}
