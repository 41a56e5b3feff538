package timeline.home.config;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import timeline.home.bodies.DeletionRounds;
import timeline.home.bodies.DeletionsUnavailableException;

/** Asks the tweet-services what they have deleted, beside the reads and for all of them. */
final class DeletionWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DeletionWork.class);

    private final DeletionRounds rounds;
    private final MeterRegistry meters;
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    DeletionWork(DeletionRounds rounds, MeterRegistry meters) {
        this.rounds = rounds;
        this.meters = meters;
    }

    /** Started before, and so ended after, the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
        started.setThreadNamePrefix("deletions-");
        started.setDaemon(true);
        // A round that fails, in whichever way, is counted and the next one is soon: without a handler it would be the last one.
        started.setErrorHandler(this::failed);
        started.initialize();
        scheduler = started;
        var _ = started.scheduleWithFixedDelay(this::ask, DeletionRounds.EVERY);
    }

    @Override
    public void stop() {
        ThreadPoolTaskScheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private void ask() {
        if (!rounds.ask()) {
            countFailure();
        }
    }

    private void failed(Throwable failure) {
        countFailure();
        if (!(failure instanceof DeletionsUnavailableException)) {
            log.error("It could not be asked what was deleted; the next round is soon", failure);
        }
    }

    private void countFailure() {
        meters.counter("background.failures", "work", "deletions").increment();
    }
}
