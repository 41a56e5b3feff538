package timeline.fanout.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import timeline.background.Background;
import timeline.eventlog.TopicHealth;
import timeline.eventlog.TopicSetup;
import timeline.fanout.kafka.DeadLetterTopics;

/**
 * Makes the dead letter topics as soon as Kafka and their sources are there; the service does not wait for it. Health tells when Kafka
 * refuses one: then nothing could be put aside, and one bad record would hold up its partition.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetterSetup {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final List<TopicSetup> topics;

    DeadLetterSetup(KafkaAdmin admin) {
        this.topics = new DeadLetterTopics(admin).setups();
    }

    @Bean
    Background deadLetterWork(MeterRegistry meters) {
        return new Background(Set.of(), meters).every(BETWEEN_TRIES, "dead-letter-topics", this::createMissing);
    }

    @Bean
    HealthIndicator deadLetterTopics() {
        return () -> topics.stream().map(topic -> new TopicHealth(topic).health())
                .filter(health -> health.getStatus().equals(Status.OUT_OF_SERVICE)).findFirst()
                .orElseGet(() -> Health.up().build());
    }

    private void createMissing() {
        topics.stream().filter(topic -> !(topic.state() instanceof TopicSetup.There)).forEach(TopicSetup::tryToCreate);
    }
}
