package timeline.tweet.outbox;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Runs the relay again and again: at once while there is more, every second while there is nothing, and ever more slowly, to 5 s, while the
 * broker or the store is away.
 */
public final class RelayLoop {
    static final Duration IDLE = Duration.ofSeconds(1);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OutboxRelay relay;
    private final ScheduledExecutorService scheduler;
    private final LongAdder relayed = new LongAdder();
    private final LongAdder failures = new LongAdder();

    public RelayLoop(OutboxRelay relay, ScheduledExecutorService scheduler) {
        this.relay = relay;
        this.scheduler = scheduler;
    }

    /** Begins; ends when the scheduler is shut down. */
    public void start() {
        schedule(IDLE);
    }

    /** How many events the relay has published, since the start: each of them was late. */
    public long relayed() {
        return relayed.sum();
    }

    /** How many rounds ended with an exception, since the start. */
    public long failures() {
        return failures.sum();
    }

    private void schedule(Duration pause) {
        try {
            var _ = scheduler.schedule(() -> schedule(round(pause)), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            // The end of the loop.
        }
    }

    private Duration round(Duration pause) {
        try {
            OutboxRelay.Round round = relay.relay();
            relayed.add(round.settled());
            if (round.isStuck()) {
                return longer(pause);
            }
            return round.isFull() ? Duration.ZERO : IDLE;
        } catch (RuntimeException failure) {
            // An outage of the store, or a defect: either way the next round must come, and somebody must be able to see it.
            failures.increment();
            return longer(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.plus(pause).plusMillis(500);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
