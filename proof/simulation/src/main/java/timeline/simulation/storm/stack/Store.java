package timeline.simulation.storm.stack;

import java.time.Duration;
import timeline.deadline.Deadline;

/** A store: takes processor time of the host it shares with everybody, and may be slow or frozen. */
public final class Store {
    private final Host host;
    private Duration slowness = Duration.ZERO;
    private long thawsAt;

    Store(Host host) {
        this.host = host;
    }

    /** Lets each answer wait for so long, for nothing that takes processor time. */
    public void slowDown(Duration eachAnswer) {
        slowness = eachAnswer;
    }

    /** Lets nothing be answered for so long. */
    public void freeze(Duration time) {
        thawsAt = host.scheduler().nanos() + time.toNanos();
    }

    boolean isWell() {
        return thawsAt <= host.scheduler().nanos() && slowness.isZero();
    }

    /** Whether it answered in time. */
    boolean ask(Duration work, Deadline deadline) {
        long wait = Math.max(0, thawsAt - host.scheduler().nanos()) + slowness.toNanos();
        if (wait > 0) {
            host.scheduler().pause(deadline.atMost(Duration.ofNanos(wait)));
        }
        if (deadline.hasPassed()) {
            return false;
        }
        var _ = host.cores().work(work.toNanos());
        return true;
    }
}
