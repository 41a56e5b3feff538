package timeline.simulation.engine;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A future that waits in virtual time. */
final class PendingResult<T> implements RunnableFuture<T> {
    private final Scheduler scheduler;
    private final Callable<T> work;
    private final Promise<Result<T>> result;
    private @Nullable Task worker;

    /** Just one of these. */
    private record Result<T>(@Nullable T value, @Nullable Throwable failure) {}

    PendingResult(Scheduler scheduler, Callable<T> work) {
        this.scheduler = scheduler;
        this.work = work;
        this.result = new Promise<>(scheduler);
    }

    @Override
    public void run() {
        if (result.isKept()) {
            return;
        }
        worker = scheduler.running();
        try {
            result.keep(new Result<>(work.call(), null));
        } catch (Crashed death) {
            throw death;
        } catch (Throwable failure) {
            result.keep(new Result<>(null, failure));
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean inTime = !result.isKept();
        if (inTime) {
            result.keep(new Result<>(null, new CancellationException()));
            if (worker != null) {
                scheduler.doom(worker);
            }
        }
        return inTime;
    }

    @Override
    public boolean isCancelled() {
        return result.isKept() && result.await().failure() instanceof CancellationException;
    }

    @Override
    public boolean isDone() {
        return result.isKept();
    }

    @Override
    public T get() throws ExecutionException {
        return unwrap(result.await());
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws ExecutionException, TimeoutException {
        Optional<Result<T>> known = result.await(unit.toNanos(timeout));
        return unwrap(known.orElseThrow(TimeoutException::new));
    }

    // The value is null only where T allows it, which the compiler can't see.
    @SuppressWarnings("NullAway")
    private static <T> T unwrap(Result<T> known) throws ExecutionException {
        if (known.failure() instanceof CancellationException cancelled) {
            throw cancelled;
        }
        if (known.failure() != null) {
            throw new ExecutionException(known.failure());
        }
        return known.value();
    }
}
