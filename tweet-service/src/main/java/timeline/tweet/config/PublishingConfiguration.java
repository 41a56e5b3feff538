package timeline.tweet.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import timeline.background.Background;
import timeline.tweet.cassandra.WritePathSchema;
import timeline.tweet.id.WorkerIdLease;
import timeline.tweet.kafka.KafkaTweetEvents;
import timeline.eventlog.EventTopics;
import timeline.eventlog.TopicHealth;
import timeline.eventlog.TopicSetup;
import timeline.outbox.Backlog;
import timeline.outbox.Delivery;
import timeline.outbox.OutboxRelay;
import timeline.outbox.PromptPublisher;
import timeline.outbox.spring.OutboxMetrics;
import timeline.outbox.spring.OutboxSettings;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweet.outbox.PendingTweets;
import timeline.tweet.outbox.TweetSettler;
import timeline.tweet.outbox.WholeBatches;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetStore;

/** From the outbox to Kafka, and all that runs beside the requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class PublishingConfiguration {
    private static final Logger log = LoggerFactory.getLogger(PublishingConfiguration.class);

    @Bean
    TweetEvents tweetEvents(KafkaTemplate<String, byte[]> kafka, StageTimer timer) {
        return new TimedTweetEvents(new KafkaTweetEvents(kafka), timer);
    }

    @Bean
    TweetSettler settler(TweetOutbox outbox) {
        return new TweetSettler(outbox, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Bean
    Delivery<OutboxEntry> delivery(TweetEvents events, TweetSettler settler) {
        return new Delivery<>(entry -> events.publish(entry.event()), settler);
    }

    /** Closed by the background work, after the last request and before Kafka and Cassandra. */
    @Bean(destroyMethod = "")
    PromptPublisher<OutboxEntry> promptPublisher(Delivery<OutboxEntry> delivery, OutboxSettings settings, Clock clock) {
        return new PromptPublisher<>(delivery, settings.leftOverAfter(), clock, defect -> log
                .error("An event could not be published at once; the relay has it", defect));
    }

    @Bean
    OutboxRelay<OutboxEntry> outboxRelay(TweetOutbox outbox, TweetStore store, Delivery<OutboxEntry> delivery,
            OutboxSettings settings, Clock clock) {
        WholeBatches wholeBatches = new WholeBatches(store, Executors.newVirtualThreadPerTaskExecutor());
        return new OutboxRelay<>(new PendingTweets(outbox, wholeBatches, settings.leftOverAfter(), clock), delivery,
                settings.relayEntries());
    }

    @Bean
    OutboxMetrics outboxMetrics(TweetOutbox outbox, PromptPublisher<OutboxEntry> publisher, TweetSettler settler,
            Clock clock, MeterRegistry meters) {
        return new OutboxMetrics(() -> backlog(outbox.backlog(), clock.instant()), publisher, settler, meters);
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
    Background backgroundWork(WritePathSchema schema, WorkerIdLease lease, TopicSetup topic,
            OutboxRelay<OutboxEntry> relay, OutboxSettings settings, PromptPublisher<OutboxEntry> publisher,
            OutboxMetrics metrics, MeterRegistry meters) {
        return new BackgroundWork(schema, lease, topic, relay, settings, publisher, metrics, meters).background();
    }

    private static Backlog backlog(TweetOutbox.Backlog owed, Instant now) {
        return new Backlog(owed.entries(),
                owed.oldest().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO));
    }
}
