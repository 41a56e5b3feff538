package timeline.follow.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import timeline.follow.GraphUnavailableException;
import timeline.event.kafka.EventTopic;
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
    private final EventTopic topic;
    private final OutboxRelay relay;
    private final PromptDelivery delivery;
    private final OutboxMetrics metrics;
    private final AtomicBoolean topicMade = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService threads;

    BackgroundWork(GraphSchema schema, EventTopic topic, OutboxRelay relay, PromptDelivery delivery,
            OutboxMetrics metrics) {
        this.schema = schema;
        this.topic = topic;
        this.relay = relay;
        this.delivery = delivery;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newScheduledThreadPool(5,
                Thread.ofPlatform().name("background-", 0).daemon().factory());
        threads = started;
        started.execute(delivery);
        repeat(started, BETWEEN_TRIES, "migrate", this::migrate);
        repeat(started, BETWEEN_TRIES, "create-topic", this::createTopic);
        repeat(started, BETWEEN_TRIES, "relay", () -> metrics.relayed(relay.relayDue()));
        repeat(started, BETWEEN_LOOKS, "look", metrics::look);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = threads;
        threads = null;
        if (running != null) {
            running.shutdownNow();
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    private void migrate() {
        if (!schema.ready() && schema.tryToMigrate()) {
            log.info("The tables of the social graph are up to date");
        }
    }

    private void createTopic() {
        if (!topicMade.get() && topic.tryToCreate()) {
            topicMade.set(true);
            log.info("The topic of follow events is there");
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The work catches all that it could throw.
    private void repeat(ScheduledExecutorService started, Duration pause, String name, Runnable work) {
        started.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (GraphUnavailableException outage) {
                metrics.failed(name);
            } catch (RuntimeException defect) {
                // Not thrown on: an executor never runs again what has thrown once.
                metrics.failed(name);
                log.error("Background work '{}' failed", name, defect);
            }
        }, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
