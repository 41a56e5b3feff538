package timeline.tweet.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import timeline.tweet.cassandra.WritePathSchema;
import timeline.tweet.id.WorkerIdLease;
import timeline.tweet.kafka.KafkaTweetEvents;
import timeline.event.Topics;
import timeline.event.kafka.EventTopic;
import timeline.tweet.outbox.PromptPublisher;
import timeline.tweet.outbox.OutboxRelay;
import timeline.tweet.outbox.Settler;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweetstore.TweetOutbox;

/** From the outbox to Kafka, and all that runs beside the requests. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {
    @Bean
    TweetEvents tweetEvents(KafkaTemplate<String, byte[]> kafka, StageTimer timer) {
        return new TimedTweetEvents(new KafkaTweetEvents(kafka), timer);
    }

    @Bean
    Settler settler(TweetOutbox outbox) {
        return new Settler(outbox, Executors.newVirtualThreadPerTaskExecutor());
    }

    /** Closed by the background work, after the last request and before Kafka and Cassandra. */
    @Bean(destroyMethod = "")
    PromptPublisher promptPublisher(TweetEvents events, Settler settler, Clock clock) {
        return new PromptPublisher(events, settler, clock);
    }

    @Bean
    OutboxRelay outboxRelay(TweetOutbox outbox, TweetEvents events, Settler settler, Clock clock) {
        return new OutboxRelay(outbox, events, settler, clock);
    }

    @Bean
    OutboxMetrics outboxMetrics(TweetOutbox outbox, PromptPublisher publisher, Settler settler, Clock clock,
            MeterRegistry meters) {
        return new OutboxMetrics(outbox, publisher, settler, clock, meters);
    }

    @Bean
    BackgroundWork backgroundWork(WritePathSchema schema, WorkerIdLease lease, KafkaAdmin admin, OutboxRelay relay,
            PromptPublisher publisher, OutboxMetrics metrics) {
        EventTopic topic = new EventTopic(Topics.TWEETS, admin.getConfigurationProperties());
        return new BackgroundWork(schema, lease, topic, relay, publisher, metrics);
    }
}
