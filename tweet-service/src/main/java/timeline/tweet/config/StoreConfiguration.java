package timeline.tweet.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import timeline.tweet.cassandra.CassandraKeyRecords;
import timeline.tweet.cassandra.CassandraWorkerIds;
import timeline.tweet.cassandra.WritePathSchema;
import timeline.tweet.deletions.NotingTweetStore;
import timeline.tweet.deletions.RecentDeletions;
import timeline.tweet.id.SnowflakeGenerator;
import timeline.tweet.id.WorkerIdLease;
import timeline.tweet.idempotency.Idempotency;
import timeline.tweet.idempotency.StoredTweets;
import timeline.outbox.EventPublisher;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.CassandraSettings;
import timeline.tweetstore.cassandra.CassandraTweetOutbox;
import timeline.tweetstore.cassandra.CassandraTweetStore;
import timeline.tweetstore.cassandra.Schema;

/** Puts Cassandra behind the ports. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean
    CassandraSession cassandraSession(CassandraSettings settings) {
        // A keyed post is three statements, and a read as many as there are partitions: together they end with the request.
        return CassandraSession.open(settings);
    }

    @Bean
    WritePathSchema writePathSchema(CassandraSession session) {
        return new WritePathSchema(new Schema(session));
    }

    @Bean
    RandomGenerator random() {
        return RandomGenerator.getDefault();
    }

    @Bean
    StageTimer stageTimer(MeterRegistry meters) {
        return new StageTimer(meters);
    }

    @Bean
    RecentDeletions recentDeletions() {
        return new RecentDeletions(new SecureRandom());
    }

    @Bean
    TweetStore tweetStore(CassandraSession session, Clock clock, StageTimer timer, RecentDeletions deletions) {
        return new NotingTweetStore(new TimedTweetStore(new CassandraTweetStore(session, clock), timer), deletions);
    }

    @Bean
    TweetOutbox tweetOutbox(CassandraSession session, Clock clock, RandomGenerator random) {
        return new CassandraTweetOutbox(session, clock, random);
    }

    @Bean
    WorkerIdLease workerIdLease(CassandraSession session, Clock clock, RandomGenerator random) {
        // A name that no other process has, ever: a restarted one must not take over the hold of the one that died.
        String holder = UUID.randomUUID().toString();
        return new WorkerIdLease(new CassandraWorkerIds(session), holder, clock, System::nanoTime, random);
    }

    @Bean
    SnowflakeGenerator snowflakeGenerator(Clock clock, WorkerIdLease lease) {
        return new SnowflakeGenerator(clock, lease);
    }

    @Bean
    Idempotency idempotency(CassandraSession session, TweetStore store, EventPublisher<OutboxEntry> publisher,
            SnowflakeGenerator ids, Clock clock, StageTimer timer) {
        return new Idempotency(new TimedKeyRecords(new CassandraKeyRecords(session), timer),
                new StoredTweets(store, publisher), ids::next, clock, Executors.newVirtualThreadPerTaskExecutor());
    }
}
