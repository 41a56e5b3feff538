package timeline.home;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import timeline.deadline.Deadline;
import timeline.home.merge.SourceUnavailableException;
import timeline.home.merge.SourceUnavailableException.Reason;

/** One read's turn on the database's path: taken when the path first is, and given back when the read is over. */
final class DatabaseTurn implements AutoCloseable {
    private final Semaphore turns;
    /** Two sources of one read that take it together take one: the second waits for what the first gets. */
    private final ReentrantLock taking = new ReentrantLock();
    private boolean taken;
    private boolean over;

    DatabaseTurn(Semaphore turns) {
        this.turns = turns;
    }

    /** @throws SourceUnavailableException when it is not this read's turn by the deadline: better turned away than queued for long */
    void take(Deadline deadline) {
        taking.lock();
        try {
            if (!isTaken()) {
                acquire(deadline);
            }
        } finally {
            taking.unlock();
        }
    }

    private void acquire(Deadline deadline) {
        boolean got;
        try {
            got = turns.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException(Reason.TOO_SLOW, stopped);
        }
        if (!got) {
            throw new SourceUnavailableException(Reason.OVERLOADED, null);
        }
        settle();
    }

    private synchronized boolean isTaken() {
        return taken;
    }

    /** A turn that comes when the read has been given up meanwhile is given back at once. */
    private synchronized void settle() {
        if (over) {
            turns.release();
        } else {
            taken = true;
        }
    }

    @Override
    public synchronized void close() {
        if (taken) {
            turns.release();
            taken = false;
        }
        over = true;
    }
}
