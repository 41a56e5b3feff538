package timeline.simulation.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

/** A process: tasks that live and die together, and a clock that may be wrong. Whoever starts it again makes another machine. */
public final class Machine {
    /** When the world begins, by a right clock. */
    public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final String name;
    private final Scheduler scheduler;
    private final Set<Task> tasks = new LinkedHashSet<>();
    private final ExecutorService threads;
    private long skewNanos;
    private long stoppedUntil;
    private boolean crashed;

    /** @param skewNanos how far its clock is ahead of the right time */
    public Machine(String name, Scheduler scheduler, long skewNanos) {
        this.name = name;
        this.scheduler = scheduler;
        this.skewNanos = skewNanos;
        this.threads = new MachineThreads(scheduler, this);
    }

    public String name() {
        return name;
    }

    /** Kills it: every task dies at its next pause, and whatever it was waiting for is of no use any more (SIGKILL). */
    public void crash() {
        crashed = true;
        List.copyOf(tasks).forEach(scheduler::doom);
    }

    public boolean isCrashed() {
        return crashed;
    }

    /** Freezes it for some time, which it does not notice (SIGSTOP, a long collection of garbage). */
    public void stop(Duration time) {
        stoppedUntil = scheduler.nanos() + time.toNanos();
    }

    public boolean isStopped() {
        return stoppedUntil > scheduler.nanos();
    }

    /** Sets its clock. */
    public void setSkew(Duration aheadOfTheRightTime) {
        skewNanos = aheadOfTheRightTime.toNanos();
    }

    /** What it takes for the time of day. */
    public Clock clock() {
        return ((InstantSource) () -> BEGINNING.plusNanos(scheduler.nanos() + skewNanos)).withZone(ZoneOffset.UTC);
    }

    /** Its monotonic clock. */
    public LongSupplier nanoTime() {
        return scheduler::nanos;
    }

    /** Its threads: as many as are asked for. */
    public ExecutorService threads() {
        return threads;
    }

    /** Starts something in it. */
    public Task spawn(String task, Runnable work) {
        return scheduler.spawn(task, this, work);
    }

    @Override
    public String toString() {
        return name;
    }

    long stoppedUntil() {
        return stoppedUntil;
    }

    void add(Task task) {
        tasks.add(task);
    }

    void remove(Task task) {
        tasks.remove(task);
    }
}
