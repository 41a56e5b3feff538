package timeline.simulation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import timeline.simulation.engine.Seeds;
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
        AtomicLong done = new AtomicLong();
        List<Tally> tallies = Seeds.run(from, seeds, processors, Tally::new, (tally, seed) -> {
            tally.add(Simulation.run(seed, workload.orElse(Workload.of(seed)), wiring, 0));
            progress.accept(done.incrementAndGet());
        });
        Tally sum = new Tally();
        tallies.forEach(sum::add);
        return sum;
    }
}
