package timeline.tweet.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Work that goes on for as long as the process lives, whatever happens to it: a round that fails, in whichever way, is counted and tried
 * again. It is its own trigger, because each round tells when the next one should be.
 */
final class SupervisedWork implements Runnable, Trigger {
    private static final Logger log = LoggerFactory.getLogger(SupervisedWork.class);

    private final String name;
    private final Supplier<Optional<Duration>> work;
    private final OutboxMetrics metrics;
    private volatile Optional<Duration> pause;

    /** @param work tells after which pause it wants to be run again; empty: never */
    SupervisedWork(String name, Duration firstPause, Supplier<Optional<Duration>> work, OutboxMetrics metrics) {
        this.name = name;
        this.pause = Optional.of(firstPause);
        this.work = work;
        this.metrics = metrics;
    }

    @Override
    public void run() {
        pause = Optional.of(BackgroundWork.BETWEEN_TRIES);
        try {
            pause = work.get();
        } catch (TweetsUnavailableException outage) {
            metrics.failed(name);
        } catch (Throwable defect) {
            // An error too: what a process can't do in one round, for want of memory, it may be able to do in the next.
            metrics.failed(name);
            log.error("Background work '{}' failed and is tried again", name, defect);
        }
    }

    @Override
    public @Nullable Instant nextExecution(TriggerContext context) {
        return pause.map(context.getClock().instant()::plus).orElse(null);
    }
}
