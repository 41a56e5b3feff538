package timeline.home;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import timeline.deadline.Deadline;
import timeline.home.merge.SourceUnavailableException;
import timeline.home.merge.SourceUnavailableException.Reason;

/** One read's turn on the database's path: taken once, when the path first is, and given back when the read is over. Thread safe. */
final class DatabaseTurn implements AutoCloseable {
    private final Semaphore turns;
    /** Two sources that take it at the same moment take two. */
    private int taken;
    private boolean over;

    DatabaseTurn(Semaphore turns) {
        this.turns = turns;
    }

    /** @throws SourceUnavailableException when it is not this read's turn by the deadline: better turned away than queued for long */
    void take(Deadline deadline) {
        if (isTaken()) {
            return;
        }
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

    /** A turn that comes when the read has been given up meanwhile is given back at once. */
    private synchronized void settle() {
        if (over) {
            turns.release();
        } else {
            taken++;
        }
    }

    private synchronized boolean isTaken() {
        return taken > 0;
    }

    @Override
    public synchronized void close() {
        turns.release(taken);
        taken = 0;
        over = true;
    }
}
