package timeline.simulation.log;

import java.util.ArrayList;
import java.util.List;
import timeline.simulation.engine.Promise;
import timeline.simulation.engine.Scheduler;

/**
 * Events in the order in which they were stored, and how far its consumer has come. A consumer is known by a generation: whoever
 * takes over begins a new one, and from then on the old one can't commit any more.
 */
public final class Partition<E> {
    private final Scheduler scheduler;
    private final List<E> events = new ArrayList<>();
    private Promise<Boolean> change;
    private int committed;
    private long generation;

    Partition(Scheduler scheduler) {
        this.scheduler = scheduler;
        this.change = new Promise<>(scheduler);
    }

    void append(E event) {
        events.add(event);
        changed();
    }

    /** The events from an offset on. */
    List<E> read(int from, int most) {
        return List.copyOf(events.subList(from, (int) Math.min(events.size(), (long) from + most)));
    }

    /** The offset up to which everything has been handled. */
    int committed() {
        return committed;
    }

    /** Stores how far a consumer has come, unless its time is over. */
    void commit(long byGeneration, int offset) {
        if (isCurrent(byGeneration)) {
            committed = offset;
        }
    }

    /** Begins a new generation, whose consumer starts at most so many events further back. */
    long seize(int eventsBack) {
        committed = Math.max(0, committed - eventsBack);
        generation++;
        changed();
        return generation;
    }

    boolean isCurrent(long ofGeneration) {
        return generation == ofGeneration;
    }

    /** Waits until there are new events or a new generation. */
    void awaitChange() {
        change.await();
    }

    /** What may not have been handled yet. */
    List<E> unhandled() {
        return events.subList(committed, events.size());
    }

    private void changed() {
        Promise<Boolean> kept = change;
        change = new Promise<>(scheduler);
        kept.keep(true);
    }
}
