package timeline.fanout.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import timeline.event.Topics;
import timeline.fanout.FanoutWorker;
import timeline.fanout.LateDelivery;
import timeline.fanout.Settling;
import timeline.fanout.TweetDelivery;
import timeline.fanout.kafka.ConsumerLag;
import timeline.fanout.kafka.FanoutMetrics;
import timeline.hometimeline.CachePrimaries;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.TweetPresence;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.cassandra.CassandraOwedDeliveries;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.CassandraTweetStore;

/** The book of debts: what is delivered is removed, what nobody delivers is delivered late. */
@Configuration(proxyBeanMethods = false)
class DebtConfiguration {
    /** A constant: what one look at the book brings; the next one, at once, brings more. */
    private static final int ENTRIES_A_ROUND = 200;

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

    @Bean
    DebtWork debtWork(Settling settling, LateDelivery late, FanoutSettings settings, FanoutMetrics metrics,
            MeterRegistry meters) {
        return new DebtWork(settling, late, settings.turn(), metrics, meters);
    }
}
