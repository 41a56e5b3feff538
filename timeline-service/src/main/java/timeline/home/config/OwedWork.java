package timeline.home.config;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import timeline.home.NewTweets;
import timeline.home.owed.OwedLooks;
import timeline.tweetstore.TweetsUnavailableException;

/** Looks at the book of debts, beside the reads and for all of them. What the longer look takes does not hold up the other. */
final class OwedWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OwedWork.class);

    private final OwedLooks looks;
    private final NewTweets newTweets;
    private final MeterRegistry meters;
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    OwedWork(OwedLooks looks, NewTweets newTweets, MeterRegistry meters) {
        this.looks = looks;
        this.newTweets = newTweets;
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
        started.setPoolSize(2);
        started.setThreadNamePrefix("debts-");
        started.setDaemon(true);
        // A look that fails, in whichever way, is counted and tried again: without a handler it would be the last one.
        started.setErrorHandler(this::failed);
        started.initialize();
        scheduler = started;
        var _ = started.scheduleWithFixedDelay(this::lookOften, OwedLooks.OFTEN);
        var _ = started.scheduleWithFixedDelay(this::lookRarely, OwedLooks.RARELY);
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

    private void lookOften() {
        newTweets.look();
        if (looks.isEverythingDue()) {
            lookRarely();
        }
    }

    private synchronized void lookRarely() {
        looks.lookAtEverything();
    }

    private void failed(Throwable failure) {
        meters.counter("background.failures", "work", "debts").increment();
        if (!(failure instanceof TweetsUnavailableException)) {
            log.error("The debts could not be looked at; the next look is soon", failure);
        }
    }
}
