package timeline.tweet.config;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import timeline.tweet.cassandra.WritePathSchema;
import timeline.tweet.id.WorkerIdLease;
import timeline.event.kafka.EventTopic;
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
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final WritePathSchema schema;
    private final WorkerIdLease lease;
    private final EventTopic topic;
    private final OutboxRelay relay;
    private final PromptPublisher publisher;
    private final OutboxMetrics metrics;
    private final RelayPace pace = new RelayPace();
    private volatile @Nullable ScheduledExecutorService threads;

    BackgroundWork(WritePathSchema schema, WorkerIdLease lease, EventTopic topic, OutboxRelay relay,
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
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(4,
                Thread.ofPlatform().name("background-", 0).daemon().factory());
        started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads = started;
        run(started, "worker-id", Duration.ZERO, this::keepWorkerId);
        run(started, "topic", Duration.ZERO, this::createTopic);
        run(started, "relay", RelayPace.IDLE, this::relay);
        run(started, "look", BETWEEN_LOOKS, this::look);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = threads;
        threads = null;
        if (running != null) {
            running.shutdown();
            publisher.close();
            running.close();
            releaseWorkerId();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
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
        if (!topic.tryToCreate()) {
            return Optional.of(BETWEEN_TRIES);
        }
        log.info("The topic of tweet events is there");
        return Optional.empty();
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

    /** @param work tells when it wants to be run again; empty: never */
    private void run(ScheduledExecutorService on, String name, Duration pause, Supplier<Optional<Duration>> work) {
        try {
            var _ = on.schedule(() -> attempt(name, work).ifPresent(next -> run(on, name, next, work)),
                    pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            log.debug("{} ends", name);
        }
    }

    private Optional<Duration> attempt(String name, Supplier<Optional<Duration>> work) {
        try {
            return work.get();
        } catch (TweetsUnavailableException outage) {
            metrics.failed(name);
        } catch (RuntimeException defect) {
            // Not thrown on: what a scheduler runs once and fails is never run again.
            metrics.failed(name);
            log.error("Background work '{}' failed", name, defect);
        }
        return Optional.of(BETWEEN_TRIES);
    }
}
