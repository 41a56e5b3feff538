package timeline.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.redis.HomeTimelineKeys;
import timeline.hometimeline.redis.RedisCluster;
import timeline.hometimeline.redis.RedisHomeTimelines;
import timeline.hometimeline.redis.RedisSettings;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.stores.redis.RedisConnection;
import timeline.testkit.Await;
import timeline.testkit.RedisClusterStore;
import timeline.testkit.TestStores;

/** The yardstick does the product's own work: what it adds, readers find; and it leaves nothing for the fan-out to trim. */
class ZaddCeilingIT {
    private static final RedisClusterStore STORE = TestStores.redisCluster();
    private static final UserId AUTHOR = new UserId(9);
    private static final long NOW = 1_750_000_000_000L;

    @Test
    void addsWhatReadersFindAndLeavesTimelinesAsLargeAsTheyWere() throws InterruptedException {
        List<String> nodes = List.of(STORE.addresses().split(","));
        List<UserId> users = LongStream.range(7_000_000, 7_000_030).mapToObj(UserId::new).toList();
        List<TweetId> tweets = IntStream.range(0, 130)
                .mapToObj(number -> new TweetId(Snowflake.compose(NOW, 1, number))).toList();
        try (RedisCluster cluster = RedisCluster.connect(RedisSettings.of(nodes).as("operator",
                RedisClusterStore.password("operator")))) {
            Await.that("connected", cluster::isConnected);
            RedisHomeTimelines timelines = new RedisHomeTimelines(cluster, new SecureRandom(),
                    RedisHomeTimelines.LEASE);
            FullTimelines.build(timelines, timelines, users, AUTHOR, NOW - 60_000);
            List<String> before = sizes(users);

            assertThat(new ZaddCeiling(nodes, RedisClusterStore.operator(), users).add(tweets, AUTHOR))
                    .isEqualTo(30 * 130);

            assertThat(sizes(users)).isEqualTo(before).doesNotHaveDuplicates();
            List<HomeTimelineEntry> added = tweets.stream().map(tweet -> new HomeTimelineEntry(tweet, AUTHOR)).sorted()
                    .toList();
            assertThat(users).allSatisfy(user -> assertThat(
                    ((Ready) timelines.page(user, TweetId.LATEST, 130, Deadline.current())).entries())
                    .isEqualTo(added));
        }
    }

    private static List<String> sizes(List<UserId> users) {
        return users.stream().map(user -> {
            String key = new String(HomeTimelineKeys.key(user), StandardCharsets.US_ASCII);
            try (RedisConnection node = RedisConnection.open(STORE.primaryOf(key).port(), Duration.ofSeconds(5),
                    RedisClusterStore.operator())) {
                return node.call("ZCARD", key);
            } catch (IOException unreachable) {
                throw new UncheckedIOException(unreachable);
            }
        }).toList();
    }
}
