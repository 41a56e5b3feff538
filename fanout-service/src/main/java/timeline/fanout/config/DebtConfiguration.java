package timeline.fanout.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import timeline.background.Background;
import timeline.deadline.Deadline;
import timeline.event.Topics;
import timeline.fanout.Backfill;
import timeline.fanout.FanoutWorker;
import timeline.fanout.GraphUnavailableException;
import timeline.fanout.LateBackfills;
import timeline.fanout.LateDelivery;
import timeline.fanout.OwedBackfill;
import timeline.fanout.OwedBackfills;
import timeline.fanout.Settling;
import timeline.fanout.TweetDelivery;
import timeline.fanout.kafka.ConsumerLag;
import timeline.fanout.kafka.FanoutMetrics;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.TweetPresence;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.TweetsUnavailableException;
import timeline.tweetstore.cassandra.CassandraOwedDeliveries;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.CassandraTweetStore;

/** The books of debts: what is delivered is removed, what nobody delivers is delivered late. */
@Configuration(proxyBeanMethods = false)
class DebtConfiguration {
    /** A constant: what one look at the book brings; the next one, at once, brings more. */
    private static final int ENTRIES_A_ROUND = 200;
    /** A constant: what goes in one statement of each of eight partitions. */
    private static final int DELIVERIES_AT_ONCE = 1_000;
    /** A constant: so often, unless more waits than goes at once. */
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
    Settling<OwedDelivery> settlingOfDeliveries(OwedDeliveries owed, CachePrimaries primaries) {
        return new Settling<>((paid, deadline) -> owed.settle(paid), primaries, System::nanoTime,
                DELIVERIES_AT_ONCE);
    }

    @Bean
    Settling<OwedBackfill> settlingOfBackfills(OwedBackfills owed, CachePrimaries primaries) {
        return new Settling<>(owed::settle, primaries, System::nanoTime, OwedBackfills.MOST_SETTLED);
    }

    @Bean
    TweetDelivery tweetDelivery(FanoutWorker worker, CachePrimaries primaries, Settling<OwedDelivery> settling) {
        return new TweetDelivery(worker, primaries, settling);
    }

    @Bean
    ConsumerLag lagOfTweets(KafkaAdmin admin) {
        return new ConsumerLag(admin.getConfigurationProperties(), Topics.TWEETS);
    }

    @Bean
    ConsumerLag lagOfFollows(KafkaAdmin admin) {
        return new ConsumerLag(admin.getConfigurationProperties(), Topics.FOLLOWS);
    }

    @Bean
    LateDelivery lateDelivery(OwedDeliveries owed, TweetPresence presence, Tweets tweets, TweetDelivery delivery,
            Settling<OwedDelivery> settling, CachePrimaries primaries, ConsumerLag lagOfTweets) {
        return new LateDelivery(owed, presence, tweets, delivery, settling, primaries, lagOfTweets::isBehind,
                InstantSource.system(), ENTRIES_A_ROUND);
    }

    @Bean
    LateBackfills lateBackfills(OwedBackfills owed, Backfill backfill, Settling<OwedBackfill> settling,
            CachePrimaries primaries, ConsumerLag lagOfFollows) {
        return new LateBackfills(owed, backfill, settling, primaries, lagOfFollows::isBehind, ENTRIES_A_ROUND);
    }

    /** Settles and delivers late, each second, beside the consumers. */
    @Bean
    Background debtWork(Settling<OwedDelivery> deliveries, Settling<OwedBackfill> backfills, LateDelivery late,
            LateBackfills lateBackfills, FanoutSettings settings, FanoutMetrics metrics, MeterRegistry meters) {
        Supplier<Deadline> turns = () -> Deadline.in(settings.turn());
        return new Background(Set.of(TweetsUnavailableException.class, HomeTimelinesUnavailableException.class,
                GraphUnavailableException.class), meters)
                .repeat("debts", BETWEEN_ROUNDS, () -> settled("delivery", deliveries, DELIVERIES_AT_ONCE, metrics))
                .repeat("debts", BETWEEN_ROUNDS,
                        () -> settled("backfill", backfills, OwedBackfills.MOST_SETTLED, metrics))
                .repeat("debts", Duration.ZERO, () -> late("delivery", late.deliver(turns), metrics))
                .repeat("debts", Duration.ZERO, () -> late("backfill", lateBackfills.bring(turns), metrics));
    }

    private static Optional<Duration> settled(String what, Settling<?> settling, int atOnce, FanoutMetrics metrics) {
        int settled = settling.settle(Deadline.in(SETTLING));
        metrics.settled(what, settled);
        return nextAtOnceIf(settled == atOnce);
    }

    private static Optional<Duration> late(String what, LateDelivery.Round round, FanoutMetrics metrics) {
        metrics.late(what, round);
        return nextAtOnceIf(round.delivered() > 0);
    }

    private static Optional<Duration> nextAtOnceIf(boolean thereIsMore) {
        return Optional.of(thereIsMore ? Duration.ZERO : BETWEEN_ROUNDS);
    }
}
