package timeline.fanout.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import timeline.eventlog.TopicHealth;
import timeline.eventlog.TopicSetup;
import timeline.fanout.kafka.DeadLetterTopics;

/**
 * Makes the dead letter topics as soon as Kafka and their sources are there; the service does not wait for it. Health tells when Kafka
 * refuses one: then nothing could be put aside, and one bad record would hold up its partition.
 */
@Component("deadLetterTopics")
final class DeadLetterSetup implements SmartLifecycle, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterSetup.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final List<TopicSetup> topics;
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    DeadLetterSetup(KafkaAdmin admin) {
        this.topics = new DeadLetterTopics(admin).setups();
    }

    @Override
    public void start() {
        ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
        started.setThreadNamePrefix("dead-letter-setup-");
        started.setDaemon(true);
        started.setErrorHandler(defect -> log.error("The dead letter topics are tried again", defect));
        started.initialize();
        scheduler = started;
        var _ = started.scheduleWithFixedDelay(this::createMissing, BETWEEN_TRIES);
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

    @Override
    public Health health() {
        return topics.stream().map(topic -> new TopicHealth(topic).health())
                .filter(health -> health.getStatus().equals(Status.OUT_OF_SERVICE)).findFirst()
                .orElseGet(() -> Health.up().build());
    }

    private void createMissing() {
        topics.stream().filter(topic -> !(topic.state() instanceof TopicSetup.There)).forEach(TopicSetup::tryToCreate);
    }
}
