package timeline.follow.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import timeline.background.Background;
import timeline.eventlog.EventTopics;
import timeline.eventlog.TopicHealth;
import timeline.eventlog.TopicSetup;
import timeline.follow.GraphUnavailableException;
import timeline.follow.kafka.KafkaFollowEvents;
import timeline.follow.outbox.FollowEvents;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.FollowSettler;
import timeline.follow.outbox.OutboxEntry;
import timeline.follow.postgres.GraphSchema;
import timeline.outbox.Delivery;
import timeline.outbox.OutboxRelay;
import timeline.outbox.PromptPublisher;
import timeline.outbox.spring.OutboxMetrics;
import timeline.outbox.spring.OutboxSettings;

/** From the outbox to Kafka, and all that runs beside the requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class PublishingConfiguration {
    private static final Logger log = LoggerFactory.getLogger(PublishingConfiguration.class);

    @Bean
    FollowEvents followEvents(KafkaTemplate<String, byte[]> kafka) {
        return new KafkaFollowEvents(kafka);
    }

    @Bean
    FollowSettler settler(FollowOutbox outbox) {
        return new FollowSettler(outbox, GraphUnavailableException.class, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Bean
    Delivery<OutboxEntry> delivery(FollowEvents events, FollowSettler settler) {
        return new Delivery<>(entry -> events.publish(entry.event()), settler);
    }

    /** Closed by the background work, after the last request and before Kafka and PostgreSQL. */
    @Bean(destroyMethod = "")
    PromptPublisher<OutboxEntry> promptPublisher(Delivery<OutboxEntry> delivery, OutboxSettings settings, Clock clock) {
        return new PromptPublisher<>(delivery, settings.leftOverAfter(), clock, defect -> log
                .error("An event could not be published at once; the relay has it", defect));
    }

    @Bean
    OutboxRelay<OutboxEntry> outboxRelay(FollowOutbox outbox, Delivery<OutboxEntry> delivery, OutboxSettings settings) {
        return new OutboxRelay<>(limit -> outbox.claimPending(limit, FollowOutbox.HOLD), delivery,
                settings.relayEntries());
    }

    @Bean
    OutboxMetrics outboxMetrics(FollowOutbox outbox, PromptPublisher<OutboxEntry> publisher, FollowSettler settler,
            MeterRegistry meters) {
        return new OutboxMetrics(outbox::backlog, publisher, settler, meters);
    }

    @Bean
    TopicSetup topicSetup(KafkaAdmin admin) {
        return new TopicSetup(admin, EventTopics.follows());
    }

    @Bean
    TopicHealth topicHealth(TopicSetup topic) {
        return new TopicHealth(topic);
    }

    @Bean
    Background backgroundWork(GraphSchema schema, TopicSetup topic, OutboxRelay<OutboxEntry> relay,
            OutboxSettings settings, PromptPublisher<OutboxEntry> publisher, OutboxMetrics metrics,
            MeterRegistry meters) {
        return new BackgroundWork(schema, topic, relay, settings, publisher, metrics, meters).background();
    }
}
