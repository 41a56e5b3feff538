package timeline.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import timeline.simulation.world.Wiring;

/** Many seeds, one after the other on each processor. */
final class Campaign {
    private final Wiring wiring;
    private final Optional<Workload> workload;
    private final LongConsumer progress;

    /**
     * @param workload of all seeds; empty: each seed has its own
     * @param progress is told how many seeds are done, on any thread
     */
    Campaign(Wiring wiring, Optional<Workload> workload, LongConsumer progress) {
        this.wiring = wiring;
        this.workload = workload;
        this.progress = progress;
    }

    /** Runs the seeds {@code from}, {@code from + 1}, … */
    Tally run(long from, long seeds, int processors) throws InterruptedException {
        AtomicLong next = new AtomicLong(from);
        AtomicLong done = new AtomicLong();
        ConcurrentLinkedQueue<Tally> tallies = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int processor = 0; processor < processors; processor++) {
            threads.add(Thread.ofPlatform().name("seeds-" + processor).start(() -> {
                Tally tally = new Tally();
                tallies.add(tally);
                try {
                    for (long seed = next.getAndIncrement(); seed < from + seeds; seed = next.getAndIncrement()) {
                        tally.add(Simulation.run(seed, workload.orElse(Workload.of(seed)), wiring, 0));
                        progress.accept(done.incrementAndGet());
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
        Tally sum = new Tally();
        tallies.forEach(sum::add);
        return sum;
    }
}
