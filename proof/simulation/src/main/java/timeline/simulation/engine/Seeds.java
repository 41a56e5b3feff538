package timeline.simulation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/** Many seeds, one after the other on each processor. */
public final class Seeds {
    private Seeds() {
    }

    /**
     * Runs the seeds {@code from}, {@code from + 1}, …
     *
     * @param tally makes what a processor counts in
     * @param seed runs one
     * @return each processor's tally
     */
    public static <T> List<T> run(long from, long seeds, int processors, Supplier<T> tally, ObjLongConsumer<T> seed)
            throws InterruptedException {
        AtomicLong next = new AtomicLong(from);
        ConcurrentLinkedQueue<T> tallies = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int processor = 0; processor < processors; processor++) {
            threads.add(Thread.ofPlatform().name("seeds-" + processor).start(() -> {
                T own = tally.get();
                tallies.add(own);
                try {
                    for (long one = next.getAndIncrement(); one < from + seeds; one = next.getAndIncrement()) {
                        seed.accept(own, one);
                    }
                } catch (RuntimeException | Error failure) {
                    failures.add(failure);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("the simulation itself failed", failures.peek());
        }
        return List.copyOf(tallies);
    }
}
