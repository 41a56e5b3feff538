package timeline.follow.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import timeline.follow.GraphUnavailableException;
import timeline.eventlog.TopicSetup;
import timeline.follow.outbox.OutboxRelay;
import timeline.follow.outbox.PromptDelivery;
import timeline.follow.postgres.GraphSchema;

/**
 * What goes on beside the requests: bringing tables and topic into being as soon as their stores are there (neither holds up the start
 * of the service), publishing what the outbox holds, and looking at how much that is. Each on a thread of its own, so that a wait for
 * Kafka holds up nothing else; a failure is counted and the work tried again.
 */
final class BackgroundWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(BackgroundWork.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final GraphSchema schema;
    private final TopicSetup topic;
    private final OutboxRelay relay;
    private final PromptDelivery delivery;
    private final OutboxMetrics metrics;
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    BackgroundWork(GraphSchema schema, TopicSetup topic, OutboxRelay relay, PromptDelivery delivery,
            OutboxMetrics metrics) {
        this.schema = schema;
        this.topic = topic;
        this.relay = relay;
        this.delivery = delivery;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
        started.setPoolSize(5);
        started.setThreadNamePrefix("background-");
        started.setDaemon(true);
        started.setAwaitTerminationSeconds(5);
        started.initialize();
        scheduler = started;
        // It returns only when it is interrupted: should anything else end it, it begins again.
        repeat(started, BETWEEN_TRIES, "publisher", delivery);
        repeat(started, BETWEEN_TRIES, "migrate", this::migrate);
        repeat(started, BETWEEN_TRIES, "topic", this::createTopic);
        repeat(started, BETWEEN_TRIES, "relay", () -> metrics.relayed(relay.relayDue()));
        repeat(started, BETWEEN_LOOKS, "look", metrics::look);
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

    private void migrate() {
        if (!schema.ready() && schema.tryToMigrate()) {
            log.info("The tables of the social graph are up to date");
        }
    }

    private void createTopic() {
        if (!(topic.state() instanceof TopicSetup.There)) {
            topic.tryToCreate();
        }
    }

    private void repeat(TaskScheduler on, Duration pause, String name, Runnable work) {
        var _ = on.scheduleWithFixedDelay(() -> attempt(name, work), pause);
    }

    private void attempt(String name, Runnable work) {
        try {
            work.run();
        } catch (GraphUnavailableException outage) {
            metrics.failed(name);
        } catch (Throwable defect) {
            // An error too: what a process can't do in one round, for want of memory, it may be able to do in the next.
            metrics.failed(name);
            log.error("Background work '{}' failed and is tried again", name, defect);
        }
    }
}
