package timeline.drill.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import timeline.drill.stack.DrillException;

/** Many tasks for a few hands. */
public final class Crew {
    private Crew() {
    }

    /**
     * Does the tasks 0, 1, ... in this order, so many at a time, and returns when all are done.
     *
     * @throws RuntimeException the first task's that failed; its hand does no more, the others finish
     */
    public static void work(int hands, int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> busy = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int hand = 0; hand < Math.min(hands, tasks); hand++) {
                busy.add(threads.submit(() -> {
                    for (int mine = next.getAndIncrement(); mine < tasks; mine = next.getAndIncrement()) {
                        task.accept(mine);
                    }
                }));
            }
        }
        busy.forEach(Crew::rethrow);
    }

    private static void rethrow(Future<?> over) {
        try {
            over.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new DrillException("a user gave up", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted", interrupted);
        }
    }
}
