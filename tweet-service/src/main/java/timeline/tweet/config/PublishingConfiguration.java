package timeline.tweet.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import timeline.tweet.cassandra.WritePathSchema;
import timeline.tweet.id.WorkerIdLease;
import timeline.tweet.kafka.KafkaTweetEvents;
import timeline.eventlog.EventTopics;
import timeline.eventlog.TopicHealth;
import timeline.eventlog.TopicSetup;
import timeline.tweet.outbox.PromptPublisher;
import timeline.tweet.outbox.OutboxRelay;
import timeline.tweet.outbox.Settler;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweet.outbox.WholeBatches;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetStore;

/** From the outbox to Kafka, and all that runs beside the requests. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {
    private static final Logger log = LoggerFactory.getLogger(PublishingConfiguration.class);

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
        return new PromptPublisher(events, settler, clock, defect -> log
                .error("An event could not be published at once; the relay has it", defect));
    }

    @Bean
    OutboxRelay outboxRelay(TweetOutbox outbox, TweetStore store, TweetEvents events, Settler settler, Clock clock) {
        WholeBatches wholeBatches = new WholeBatches(store, Executors.newVirtualThreadPerTaskExecutor());
        return new OutboxRelay(outbox, wholeBatches, events, settler, clock);
    }

    @Bean
    OutboxMetrics outboxMetrics(TweetOutbox outbox, PromptPublisher publisher, Settler settler, Clock clock,
            MeterRegistry meters) {
        return new OutboxMetrics(outbox, publisher, settler, clock, meters);
    }

    @Bean
    TopicSetup topicSetup(KafkaAdmin admin) {
        return new TopicSetup(admin, EventTopics.tweets());
    }

    @Bean
    TopicHealth topicHealth(TopicSetup topic) {
        return new TopicHealth(topic);
    }

    @Bean
    BackgroundWork backgroundWork(WritePathSchema schema, WorkerIdLease lease, TopicSetup topic, OutboxRelay relay,
            PromptPublisher publisher, OutboxMetrics metrics) {
        return new BackgroundWork(schema, lease, topic, relay, publisher, metrics);
    }
}
