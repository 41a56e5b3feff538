package timeline.background;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;

/**
 * Work that goes on for as long as the process lives, whatever happens to it: a round that fails, in whichever way, is counted and tried
 * again. It is its own trigger, because each round tells when the next one should be.
 */
final class SupervisedWork implements Runnable, Trigger {
    private static final Logger log = LoggerFactory.getLogger(SupervisedWork.class);

    private final String name;
    private final Supplier<Optional<Duration>> work;
    private final Set<Class<? extends RuntimeException>> outages;
    private final Duration betweenTries;
    private final Counter failures;
    private volatile Optional<Duration> pause;

    /**
     * @param betweenTries the pause after a round that failed
     * @param work tells after which pause it wants to be run again; empty: never
     * @param outages what is thrown when others do not answer, which is no defect and not logged
     */
    SupervisedWork(String name, Duration firstPause, Duration betweenTries, Supplier<Optional<Duration>> work,
            Set<Class<? extends RuntimeException>> outages, MeterRegistry meters) {
        this.name = name;
        this.pause = Optional.of(firstPause);
        this.work = work;
        this.outages = outages;
        this.betweenTries = betweenTries;
        this.failures = meters.counter(Background.FAILURES, "work", name);
    }

    @Override
    public void run() {
        pause = Optional.of(betweenTries);
        try {
            pause = work.get();
        } catch (Throwable failure) {
            // An error too: what a process can't do in one round, for want of memory, it may be able to do in the next.
            failures.increment();
            if (outages.stream().noneMatch(outage -> outage.isInstance(failure))) {
                log.error("Background work '{}' failed and is tried again", name, failure);
            }
        }
    }

    @Override
    public @Nullable Instant nextExecution(TriggerContext context) {
        return pause.map(context.getClock().instant()::plus).orElse(null);
    }
}
