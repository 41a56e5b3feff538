package timeline.simulation.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What code takes for its thread pool: each task is one of the machine's.
 *
 * <p>Whoever starts work that nobody is to wait for with {@link java.util.concurrent.Future} may find it done at once, or not: a coin
 * decides whether it is given time first. Code that waits for such work by other means, without any patience, so sees both.
 */
final class MachineThreads extends AbstractExecutorService {
    private static final long PATIENCE = Duration.ofMillis(250).toNanos();

    private final Scheduler scheduler;
    private final Machine machine;

    MachineThreads(Scheduler scheduler, Machine machine) {
        this.scheduler = scheduler;
        this.machine = machine;
    }

    @Override
    public void execute(Runnable command) {
        if (command instanceof PendingResult<?> result) {
            machine.spawn("work", result);
            return;
        }
        Promise<Boolean> done = new Promise<>(scheduler);
        machine.spawn("background", () -> {
            command.run();
            done.keep(true);
        });
        if (scheduler.random().nextBoolean()) {
            done.await(PATIENCE);
        }
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new PendingResult<>(scheduler, callable);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new PendingResult<>(scheduler, () -> {
            runnable.run();
            return value;
        });
    }

    @Override
    public void shutdown() {
        // Its tasks end with the machine.
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return machine.isCrashed();
    }

    @Override
    public boolean isTerminated() {
        return machine.isCrashed();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return machine.isCrashed();
    }
}
