package timeline.simulation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that will be known: how tasks wait for each other. */
public final class Promise<T> {
    private static final long FOREVER = Long.MAX_VALUE / 4;

    private final Scheduler scheduler;
    private final List<Task> waiting = new ArrayList<>();
    private @Nullable T value;

    public Promise(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Makes it known. The first time counts. */
    public void keep(T known) {
        if (value == null) {
            value = known;
            waiting.forEach(scheduler::wake);
        }
    }

    public boolean isKept() {
        return value != null;
    }

    /** Waits until it is known, but not for longer than this; empty when it is not. */
    public Optional<T> await(long nanos) {
        long until = scheduler.nanos() + nanos;
        while (value == null && scheduler.nanos() < until) {
            Task me = scheduler.running();
            waiting.add(me);
            try {
                scheduler.pause(until - scheduler.nanos());
            } finally {
                waiting.remove(me);
            }
        }
        return Optional.ofNullable(value);
    }

    /** Waits until it is known. */
    public T await() {
        return await(FOREVER).orElseThrow();
    }
}
