package timeline.outbox.spring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import timeline.outbox.PromptPublisher;

/** The threads of what goes on beside the requests. What fails in it is counted as {@code background.failures}, and tried again. */
public final class Background {
    /** After a failure. A constant: it asks a store that is gone too rarely to matter, and finds one that is back soon enough. */
    public static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    /** A constant: no round takes as long, since all that it does has a time-out. */
    private static final int LONGEST_ROUND_SECONDS = 30;

    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private final Class<? extends RuntimeException> outage;
    private final MeterRegistry meters;

    /**
     * @param works how many there are: one never waits for another
     * @param outage what the service's store throws when it does not answer: it is counted, and not logged
     */
    public Background(int works, Class<? extends RuntimeException> outage, MeterRegistry meters) {
        this.outage = outage;
        this.meters = meters;
        scheduler.setPoolSize(works);
        scheduler.setThreadNamePrefix("background-");
        scheduler.setDaemon(true);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        scheduler.setAwaitTerminationSeconds(LONGEST_ROUND_SECONDS);
        scheduler.initialize();
    }

    /** @param work tells after which pause it wants to be run again; empty: never */
    public void repeat(String name, Duration firstPause, Supplier<Optional<Duration>> work) {
        SupervisedWork supervised = new SupervisedWork(name, firstPause, work, outage, meters);
        var _ = scheduler.schedule(supervised, supervised);
    }

    /** Begins no more rounds; returns when those that were begun have ended, and the publisher has published what waits, or left it. */
    public void end(PromptPublisher<?> publisher) {
        scheduler.initiateShutdown();
        publisher.close();
        scheduler.shutdown();
    }
}
