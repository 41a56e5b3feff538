package timeline.simulation.engine;

import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;

/** Something that goes on by itself in a machine: a thread that runs only when it is its turn. */
public final class Task {
    /** Sooner first; at the same time as the seed has it. */
    static final Comparator<Task> BY_TURN = Comparator.<Task>comparingLong(task -> task.wakeAt)
            .thenComparingLong(task -> task.ticket);

    private final String name;
    private final Machine machine;
    private final Thread thread;
    private volatile boolean turn;
    private boolean begun;
    boolean doomed;
    long wakeAt;
    long ticket;
    /** In the {@link RunQueue}; below zero outside of it. */
    int place = -1;

    Task(String name, Machine machine, Runnable body) {
        this.name = name;
        this.machine = machine;
        this.thread = Thread.ofVirtual().unstarted(body);
    }

    public Machine machine() {
        return machine;
    }

    /** The machine's name and what it is doing. */
    @Override
    public String toString() {
        return machine.name() + '/' + name;
    }

    void giveTurn() {
        if (begun) {
            turn = true;
            LockSupport.unpark(thread);
        } else {
            begun = true;
            thread.start();
        }
    }

    void awaitTurn() {
        while (!turn) {
            LockSupport.park(this);
        }
        turn = false;
    }
}
