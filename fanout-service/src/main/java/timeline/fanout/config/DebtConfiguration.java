package timeline.fanout.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import timeline.background.Background;
import timeline.deadline.Deadline;
import timeline.event.Topics;
import timeline.fanout.FanoutWorker;
import timeline.fanout.GraphUnavailableException;
import timeline.fanout.LateDelivery;
import timeline.fanout.Settling;
import timeline.fanout.TweetDelivery;
import timeline.fanout.kafka.ConsumerLag;
import timeline.fanout.kafka.FanoutMetrics;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.TweetPresence;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.TweetsUnavailableException;
import timeline.tweetstore.cassandra.CassandraOwedDeliveries;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.CassandraTweetStore;

/** The book of debts: what is delivered is removed, what nobody delivers is delivered late. */
@Configuration(proxyBeanMethods = false)
class DebtConfiguration {
    /** A constant: what one look at the book brings; the next one, at once, brings more. */
    private static final int ENTRIES_A_ROUND = 200;
    /** A constant: settling so often is eight statements a second, whatever is posted. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    /** For a round of settling, or the longest question to the cache. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    @Bean
    @ConditionalOnMissingBean
    OwedDeliveries owedDeliveries(CassandraSession session) {
        return new CassandraOwedDeliveries(session, InstantSource.system(), new SecureRandom());
    }

    @Bean
    @ConditionalOnMissingBean
    TweetPresence tweetPresence(CassandraSession session) {
        return new CassandraTweetStore(session, InstantSource.system());
    }

    @Bean
    Settling settling(OwedDeliveries owed, CachePrimaries primaries) {
        return new Settling(owed, primaries, System::nanoTime);
    }

    @Bean
    TweetDelivery tweetDelivery(FanoutWorker worker, CachePrimaries primaries, Settling settling) {
        return new TweetDelivery(worker, primaries, settling);
    }

    @Bean
    ConsumerLag consumerLag(KafkaAdmin admin) {
        return new ConsumerLag(admin.getConfigurationProperties(), Topics.TWEETS);
    }

    @Bean
    LateDelivery lateDelivery(OwedDeliveries owed, TweetPresence presence, Tweets tweets, TweetDelivery delivery,
            Settling settling, CachePrimaries primaries, ConsumerLag lag) {
        return new LateDelivery(owed, presence, tweets, delivery, settling, primaries, lag::isBehind,
                InstantSource.system(), ENTRIES_A_ROUND);
    }

    /** Settles and delivers late, each second, beside the consumers. */
    @Bean
    Background debtWork(Settling settling, LateDelivery late, FanoutSettings settings, FanoutMetrics metrics,
            MeterRegistry meters) {
        return new Background(Set.of(TweetsUnavailableException.class, HomeTimelinesUnavailableException.class,
                GraphUnavailableException.class), meters)
                .every(BETWEEN_ROUNDS, "debts", () -> metrics.settled(settling.settle(Deadline.in(SETTLING))))
                .repeat("debts", Duration.ZERO, () -> {
                    LateDelivery.Round round = late.deliver(() -> Deadline.in(settings.turn()));
                    metrics.late(round);
                    // At once while there is more.
                    return Optional.of(round.delivered() > 0 ? Duration.ZERO : BETWEEN_ROUNDS);
                });
    }
}
