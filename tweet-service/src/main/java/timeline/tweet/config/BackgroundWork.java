package timeline.tweet.config;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import timeline.tweet.cassandra.WritePathSchema;
import timeline.tweet.id.WorkerIdLease;
import timeline.eventlog.TopicSetup;
import timeline.tweet.outbox.PromptPublisher;
import timeline.tweet.outbox.OutboxRelay;
import timeline.tweet.outbox.RelayPace;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * What goes on beside the requests: bringing tables, worker id and topic into being as soon as their stores are there (none holds up the
 * start of the service), keeping the worker id, relaying what the outbox holds, and looking at how much that is. It ends after the last
 * request: then what waits is published, and the worker id is free for the next process.
 */
final class BackgroundWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(BackgroundWork.class);
    static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    /** No round takes as long: all that it does has a time-out. */
    private static final int LONGEST_ROUND_SECONDS = 30;
    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final WritePathSchema schema;
    private final WorkerIdLease lease;
    private final TopicSetup topic;
    private final OutboxRelay relay;
    private final PromptPublisher publisher;
    private final OutboxMetrics metrics;
    private final RelayPace pace = new RelayPace();
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    BackgroundWork(WritePathSchema schema, WorkerIdLease lease, TopicSetup topic, OutboxRelay relay,
            PromptPublisher publisher, OutboxMetrics metrics) {
        this.schema = schema;
        this.lease = lease;
        this.topic = topic;
        this.relay = relay;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Started before, and so ended after, the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
        started.setPoolSize(4);
        started.setThreadNamePrefix("background-");
        started.setDaemon(true);
        started.setWaitForTasksToCompleteOnShutdown(true);
        started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        started.setAwaitTerminationSeconds(LONGEST_ROUND_SECONDS);
        started.initialize();
        scheduler = started;
        repeat(started, "worker-id", Duration.ZERO, this::keepWorkerId);
        repeat(started, "topic", Duration.ZERO, this::createTopic);
        repeat(started, "relay", RelayPace.IDLE, this::relay);
        repeat(started, "look", BETWEEN_LOOKS, this::look);
    }

    @Override
    public void stop() {
        ThreadPoolTaskScheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.initiateShutdown();
            publisher.close();
            running.shutdown();
            releaseWorkerId();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private Optional<Duration> keepWorkerId() {
        if (!schema.isApplied()) {
            schema.apply();
            log.info("The tables are there");
        }
        lease.keep();
        return Optional.of(lease.isHeld() ? BETWEEN_RENEWALS : BETWEEN_TRIES);
    }

    private Optional<Duration> createTopic() {
        return topic.tryToCreate() ? Optional.empty() : Optional.of(BETWEEN_TRIES);
    }

    private Optional<Duration> relay() {
        OutboxRelay.Round round = relay.relay();
        metrics.relayed(round.settled());
        return Optional.of(pace.after(round));
    }

    private Optional<Duration> look() {
        metrics.look();
        return Optional.of(BETWEEN_LOOKS);
    }

    private void releaseWorkerId() {
        try {
            lease.release();
        } catch (TweetsUnavailableException outage) {
            log.info("The worker id could not be released; its hold ends by itself");
        }
    }

    /** @param work tells after which pause it wants to be run again; empty: never */
    private void repeat(TaskScheduler on, String name, Duration pause, Supplier<Optional<Duration>> work) {
        SupervisedWork supervised = new SupervisedWork(name, pause, work, metrics);
        var _ = on.schedule(supervised, supervised);
    }
}
