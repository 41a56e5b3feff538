package timeline.fanout.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import timeline.deadline.Deadline;
import timeline.fanout.GraphUnavailableException;
import timeline.fanout.LateDelivery;
import timeline.fanout.Settling;
import timeline.fanout.kafka.FanoutMetrics;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.tweetstore.TweetsUnavailableException;

/** Settles and delivers late, each second, beside the consumers. */
final class DebtWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DebtWork.class);
    /** A constant: settling so often is eight statements a second, whatever is posted. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    /** A tweet that is being delivered late is finished, or left to others, before the process goes. */
    private static final int LONGEST_ROUND_SECONDS = 15;
    /** For a round of settling, or the longest question to the cache. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final Settling settling;
    private final LateDelivery late;
    private final Duration turn;
    private final FanoutMetrics metrics;
    private final MeterRegistry meters;
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    DebtWork(Settling settling, LateDelivery late, Duration turn, FanoutMetrics metrics, MeterRegistry meters) {
        this.settling = settling;
        this.late = late;
        this.turn = turn;
        this.metrics = metrics;
        this.meters = meters;
    }

    @Override
    public void start() {
        ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
        started.setPoolSize(2);
        started.setThreadNamePrefix("debts-");
        started.setDaemon(true);
        // A round that fails, in whichever way, is counted and tried again: without a handler it would be the last one.
        started.setErrorHandler(this::failed);
        started.setWaitForTasksToCompleteOnShutdown(true);
        started.setAwaitTerminationSeconds(LONGEST_ROUND_SECONDS);
        started.initialize();
        scheduler = started;
        var _ = started.scheduleWithFixedDelay(this::settle, BETWEEN_ROUNDS);
        var _ = started.scheduleWithFixedDelay(this::deliver, BETWEEN_ROUNDS);
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

    private void settle() {
        metrics.settled(settling.settle(Deadline.in(SETTLING)));
    }

    /** Goes on at once while there is more. */
    private void deliver() {
        LateDelivery.Round round;
        do {
            round = late.deliver(() -> Deadline.in(turn));
            metrics.late(round);
        } while (round.delivered() > 0 && isRunning());
    }

    private void failed(Throwable failure) {
        meters.counter("background.failures", "work", "debts").increment();
        switch (failure) {
            case TweetsUnavailableException store -> {
            }
            case HomeTimelinesUnavailableException cache -> {
            }
            case GraphUnavailableException graph -> {
            }
            default -> log.error("Debts could not be looked after, and are in the next round", failure);
        }
    }
}
