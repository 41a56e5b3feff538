package timeline.follow.config;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import timeline.eventlog.EventTopics;
import timeline.eventlog.TopicHealth;
import timeline.eventlog.TopicSetup;
import timeline.follow.kafka.KafkaFollowEvents;
import timeline.follow.outbox.FollowEvents;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.OutboxRelay;
import timeline.follow.outbox.PromptDelivery;
import timeline.follow.postgres.GraphSchema;

/** From the outbox to Kafka. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    private static final int RELAY_BATCH_EVENTS = 500;

    @Bean
    FollowEvents followEvents(KafkaTemplate<String, byte[]> kafka) {
        return new KafkaFollowEvents(kafka);
    }

    @Bean
    PromptDelivery promptDelivery(FollowOutbox outbox, FollowEvents events) {
        return new PromptDelivery(outbox, events);
    }

    @Bean
    OutboxMetrics outboxMetrics(FollowOutbox outbox, PromptDelivery delivery, MeterRegistry meters) {
        return new OutboxMetrics(outbox, delivery, meters);
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
    BackgroundWork backgroundWork(GraphSchema schema, FollowOutbox outbox, FollowEvents events, PromptDelivery delivery,
            TopicSetup topic, OutboxMetrics metrics) {
        OutboxRelay relay = new OutboxRelay(outbox, events, RELAY_BATCH_EVENTS);
        return new BackgroundWork(schema, topic, relay, delivery, metrics);
    }
}
