package timeline.home.config;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.redis.RedisCluster;
import timeline.hometimeline.redis.RedisHomeTimelines;
import timeline.hometimeline.redis.RedisSettings;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.CassandraStore;
import timeline.testkit.RedisClusterStore;
import timeline.testkit.TestStores;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.CassandraSettings;
import timeline.tweetstore.cassandra.CassandraTweetStore;
import timeline.tweetstore.cassandra.Schema;

/** Cassandra and Redis as the writers see them: posts, deletes and pushes. */
final class Stores implements AutoCloseable {
    private static final AtomicLong TICKS = new AtomicLong();
    private static final AtomicLong USERS = new AtomicLong(1_000_000);

    final CassandraStore cassandra = TestStores.cassandra();
    final RedisClusterStore redis = TestStores.redisCluster();
    final String keyspace = cassandra.freshKeyspace();
    final TweetStore tweets;
    final RedisHomeTimelines timelines;
    private final CassandraSession session;
    private final RedisCluster cluster;

    Stores() {
        session = CassandraSession.open(
                new CassandraSettings(List.of(cassandra.contactPoint()), cassandra.datacenter(), keyspace, 1));
        Await.that("Cassandra is connected", session::isConnected);
        new Schema(session).applyTweets();
        tweets = new CassandraTweetStore(session, Clock.systemUTC());
        cluster = RedisCluster.connect(RedisSettings.of(List.of(redis.addresses().split(","))).as("operator",
                RedisClusterStore.password("operator")));
        Await.that("Redis is connected", cluster::isConnected);
        timelines = new RedisHomeTimelines(cluster, new SecureRandom(), RedisHomeTimelines.LEASE);
    }

    /** The settings of a service on these stores. */
    List<String> settings(String followService) {
        return List.of("timeline.cassandra.contact-points=" + cassandra.contactPoint(),
                "timeline.cassandra.datacenter=" + cassandra.datacenter(), "timeline.cassandra.keyspace=" + keyspace,
                "timeline.redis.nodes=" + redis.addresses(),
                "timeline.redis.password=" + RedisClusterStore.password("timeline-service"),
                "timeline.follow-service.urls=" + followService,
                // A build machine may be busy with other things: the store gets all the time that G12 leaves.
                "timeline.read.own=1200ms", "timeline.read.celebrities=1200ms");
    }

    static UserId newUser() {
        return new UserId(USERS.incrementAndGet());
    }

    Tweet post(UserId author) {
        Tweet tweet = draft(author);
        tweets.post(tweet);
        return tweet;
    }

    /** Posts many, oldest first, at once. */
    List<Tweet> postAll(int count, IntFunction<UserId> author) {
        List<Tweet> drafts = IntStream.range(0, count).mapToObj(number -> draft(author.apply(number))).toList();
        return drafts.stream().gather(Gatherers.mapConcurrent(16, tweet -> {
            tweets.post(tweet);
            return tweet;
        })).toList();
    }

    void push(Tweet tweet, UserId follower) {
        timelines.push(new HomeTimelineEntry(tweet.id(), tweet.author()), List.of(follower), Deadline.current());
    }

    Tweet publish(UserId author, UserId follower) {
        Tweet tweet = post(author);
        push(tweet, follower);
        return tweet;
    }

    private static Tweet draft(UserId author) {
        long ticks = TICKS.incrementAndGet();
        TweetId id = new TweetId(Snowflake.compose(Clock.systemUTC().millis() - 60_000, (int) (ticks >> 12) & 1023,
                (int) ticks & 4095));
        return new Tweet(id, author, "user" + author, "tweet " + ticks, List.of());
    }

    @Override
    public void close() {
        cluster.close();
        session.close();
    }
}
