package timeline.simulation.engine;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one clock and the one order of a simulated world. Every task runs until it {@link #pause}s; then the one whose pause ends
 * first goes on, and the clock jumps there. So a run is determined by its seed alone, whatever the machine below it does, and takes
 * no longer than its steps.
 *
 * <p>A task hands over to the next one directly (a virtual thread unparks another and parks itself), which costs a third of a
 * microsecond; when it is itself the next one it just goes on. All state is guarded by that: only the running task touches it.
 */
public final class Scheduler {
    private static final long NEVER = Duration.ofDays(1).toNanos();
    private static final long MOST_STEPS = 1_000_000;

    private final SplittableRandom random;
    private final RunQueue queue = new RunQueue();
    private final Set<Task> alive = new LinkedHashSet<>();
    private final Machine outside;
    private @Nullable Task running;
    private @Nullable Throwable defect;
    private @Nullable Thread driver;
    private volatile boolean over;
    private boolean ending;
    private long nanos;
    private long steps;

    public Scheduler(long seed) {
        this.random = new SplittableRandom(seed);
        this.outside = new Machine("outside", this, 0);
    }

    /** The source of all chance. To be asked only by running tasks, or before {@link #run}. */
    public SplittableRandom random() {
        return random;
    }

    /** Nanoseconds since the beginning of the world. */
    public long nanos() {
        return nanos;
    }

    /** How often a task went on after a pause. */
    public long steps() {
        return steps;
    }

    /** Where the clients live: it never crashes. */
    public Machine outside() {
        return outside;
    }

    /** Who runs. */
    public Task running() {
        Task task = running;
        if (task == null) {
            throw new IllegalStateException("nothing runs");
        }
        return task;
    }

    /**
     * Runs a script, and everything that it starts, until the script ends; the rest then dies.
     *
     * @throws DefectException when code threw what nobody caught, or when the script waits for what will never happen
     */
    public void run(Runnable script) {
        driver = Thread.currentThread();
        spawn("script", outside, () -> {
            script.run();
            end();
        });
        next().giveTurn();
        while (!over) {
            LockSupport.park(this);
        }
        Throwable found = defect;
        if (found != null) {
            throw new DefectException(found);
        }
    }

    /** Starts a task, now. One that is started by a machine that is dead never runs. */
    public Task spawn(String name, Machine machine, Runnable work) {
        Task[] self = new Task[1];
        Task task = new Task(name, machine, () -> live(self[0], work));
        self[0] = task;
        alive.add(task);
        machine.add(task);
        task.doomed = machine.isCrashed() || ending;
        enqueue(task, nanos);
        return task;
    }

    /**
     * Lets others go on for some time.
     *
     * @throws Crashed when the running task's machine died meanwhile
     */
    public void pause(long forNanos) {
        Task me = running();
        requireAlive(me);
        enqueue(me, nanos + forNanos);
        Task next = next();
        if (next != me) {
            next.giveTurn();
            me.awaitTurn();
        }
        requireAlive(me);
    }

    public void pause(Duration time) {
        pause(time.toNanos());
    }

    /** Ends another task's pause. */
    void wake(Task task) {
        if (queue.remove(task)) {
            enqueue(task, nanos);
        }
    }

    /** Lets a task die at its next pause, which ends now. */
    void doom(Task task) {
        task.doomed = true;
        wake(task);
    }

    private void live(Task me, Runnable work) {
        try {
            if (!me.doomed) {
                work.run();
            }
        } catch (Crashed death) {
            // As it should be: whatever it was doing is not done any more.
        } catch (Throwable defective) {
            defect = defect == null ? defective : defect;
            end();
        } finally {
            alive.remove(me);
            me.machine().remove(me);
            handOn();
        }
    }

    private void handOn() {
        if (alive.isEmpty()) {
            over = true;
            LockSupport.unpark(driver);
        } else {
            next().giveTurn();
        }
    }

    private Task next() {
        while (true) {
            Task next = queue.remove();
            long stoppedUntil = next.machine().stoppedUntil();
            if (stoppedUntil > next.wakeAt && !next.doomed) {
                enqueue(next, stoppedUntil);
                continue;
            }
            steps++;
            nanos = Math.max(nanos, next.wakeAt);
            if ((nanos >= NEVER || steps >= MOST_STEPS) && !ending) {
                defect = new IllegalStateException("no end: " + steps + " steps, " + alive);
                end();
            }
            running = next;
            return next;
        }
    }

    private void end() {
        ending = true;
        alive.forEach(this::doom);
    }

    private void enqueue(Task task, long wakeAt) {
        task.wakeAt = wakeAt;
        task.ticket = random.nextLong();
        queue.add(task);
    }

    private void requireAlive(Task task) {
        if (task.doomed) {
            throw new Crashed();
        }
    }
}
