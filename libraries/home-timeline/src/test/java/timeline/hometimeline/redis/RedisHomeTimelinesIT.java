package timeline.hometimeline.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisKeyCommands;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.CachePrimariesContract;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Cold;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesContract;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.RedisClusterStore;
import timeline.testkit.TestStores;

class RedisHomeTimelinesIT implements HomeTimelinesContract, CachePrimariesContract {
    private static final RedisClusterStore STORE = TestStores.redisCluster();
    private static final Duration LEASE = Duration.ofMillis(300);

    private static RedisCluster cluster;
    private static RedisCluster writing;
    private static RedisCluster reading;
    private static HomeTimelineWriter timelines;
    private static HomeTimelineReader readable;

    /** Each half as the service that has it, with no more rights than that. */
    @BeforeAll
    static void connect() {
        cluster = connected("operator");
        writing = connected("fanout-service");
        reading = connected("timeline-service");
        timelines = new RedisHomeTimelines(writing, new SecureRandom(), LEASE);
        readable = new RedisHomeTimelines(reading, new SecureRandom(), LEASE);
    }

    private static RedisCluster connected(String user) {
        RedisCluster connecting = RedisCluster.connect(RedisSettings.of(List.of(STORE.addresses().split(","))).as(user,
                RedisClusterStore.password(user)));
        Await.that(user + " is connected", connecting::isConnected);
        return connecting;
    }

    /**
     * Also what a client does unasked, and whose refusal it would not mention; except that it introduces itself,
     * which servers before 7.2 do not know.
     */
    @AfterAll
    static void nothingWasRefused() {
        try (RedisCluster _ = writing; RedisCluster _ = reading; RedisCluster operator = cluster) {
            assertThat(operator.connection().sync().aclLog()).extracting(entry -> entry.get("username") + ": "
                    + entry.get("object"))
                    .filteredOn(entry -> entry.matches("(fanout|timeline)-service: (?!client.setinfo).*")).isEmpty();
        }
    }

    @Override
    public HomeTimelineWriter writer() {
        return timelines;
    }

    @Override
    public CachePrimaries primaries() {
        return new RedisPrimaries(writing, System::nanoTime);
    }

    @Override
    public HomeTimelineReader reader() {
        return readable;
    }

    @Override
    public void evict(UserId user) {
        keys().del(HomeTimelineKeys.key(user));
    }

    @Override
    public void passLease() {
        long end = System.nanoTime() + LEASE.toNanos();
        Await.that("the lease has run out", () -> System.nanoTime() - end > 0);
    }

    @Test
    void isColdAfterEverythingWasFlushed() {
        List<UserId> users = IntStream.range(0, 20).mapToObj(any -> ready(HomeTimelinesContract.entry(1))).toList();

        STORE.flush();

        assertThat(users).allSatisfy(
                user -> assertThat(readable.page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold()));
    }

    @Test
    void knowsItsScriptsAgainAfterANodeForgotThem() {
        UserId user = ready(HomeTimelinesContract.entry(1));
        cluster.connection().sync().scriptFlush();

        assertThat(entries(user)).containsExactly(HomeTimelinesContract.entry(1));
    }

    @Test
    void livesForThirtyDaysAfterTheLastRead() {
        UserId user = ready();
        byte[] key = HomeTimelineKeys.key(user);
        assertThat(keys().ttl(key)).isBetween(Duration.ofDays(29).toSeconds(), Duration.ofDays(30).toSeconds());

        keys().expire(key, 1000);
        timelines.push(HomeTimelinesContract.entry(1), List.of(user), Deadline.current());
        assertThat(keys().ttl(key)).as("a push is no sign of life").isLessThanOrEqualTo(1000);
        entries(user);
        assertThat(keys().ttl(key)).isGreaterThan(Duration.ofDays(29).toSeconds());
    }

    @Test
    void noStepLeavesAKeyThatLivesForEver() {
        UserId building = newUser();
        Rebuild denied = readable.beginRebuild(building, Deadline.current()).orElseThrow();
        timelines.backfill(List.of(HomeTimelinesContract.entry(1)), HomeTimelinesContract.entry(1).tweet(),
                List.of(building), Deadline.current());
        assertThat(denied.finish(List.of(), TweetId.EARLIEST, Deadline.current())).as("the backfill denied the build")
                .isFalse();
        UserId readyAndEmpty = ready();
        keys().expire(HomeTimelineKeys.key(readyAndEmpty), 1000);
        timelines.backfill(List.of(), HomeTimelinesContract.entry(1).tweet(), List.of(readyAndEmpty),
                Deadline.current());
        UserId pushedWhenGone = newUser();
        cluster.connection().sync().zadd(HomeTimelineKeys.key(pushedWhenGone), -1,
                HomeTimelineKeys.member(HomeTimelinesContract.entry(1)));
        Rebuild begun = readable.beginRebuild(pushedWhenGone, Deadline.current()).orElseThrow();

        assertThat(ttl(building)).isGreaterThan(Duration.ofDays(29).toSeconds());
        assertThat(ttl(readyAndEmpty)).as("a backfill is no sign of life").isBetween(1L, 1000L);
        assertThat(ttl(pushedWhenGone)).as("made by the second half of a push").isPositive();
        begun.abandon(Deadline.current());
        assertThat(ttl(pushedWhenGone)).as("there is no key").isEqualTo(-2);
    }

    @Test
    void distrustsAFloorOfAnotherHistory() {
        UserId user = ready(HomeTimelinesContract.entry(1));
        byte[] key = HomeTimelineKeys.key(user);
        byte[] floor = cluster.connection().sync().zrange(key, 0, 0).getFirst();
        assertThat(new String(floor, 9, 40, StandardCharsets.US_ASCII)).matches("[0-9a-f]{40}");

        byte[] foreign = floor.clone();
        foreign[48] = (byte) (foreign[48] == '0' ? '1' : '0');
        cluster.connection().sync().zrem(key, floor);
        cluster.connection().sync().zadd(key, -5e15, foreign);

        assertThat(readable.page(user, TweetId.LATEST, 20, Deadline.current())).isEqualTo(new Cold());
        Rebuild rebuild = readable.beginRebuild(user, Deadline.current()).orElseThrow();
        assertThat(rebuild.finish(List.of(HomeTimelinesContract.entry(2)), TweetId.EARLIEST, Deadline.current()))
                .isTrue();
        assertThat(entries(user)).containsExactly(HomeTimelinesContract.entry(2), HomeTimelinesContract.entry(1));
    }

    /** More than a trim would leave, and more than a page: the worst that a busy millisecond can do to a cursor in it. */
    @Test
    void aCursorAmongFiveThousandTweetsOfOneMillisecondSkipsAndRepeatsNone() {
        List<HomeTimelineEntry> crowd = IntStream.range(0, 5_000)
                .mapToObj(number -> new HomeTimelineEntry(
                        new TweetId(Snowflake.compose(HomeTimelinesContract.START, number / 4_096, number % 4_096)),
                        HomeTimelinesContract.AUTHOR))
                .sorted().toList();
        HomeTimelineEntry before = new HomeTimelineEntry(
                new TweetId(Snowflake.compose(HomeTimelinesContract.START - 1, 1_023, 4_095)),
                HomeTimelinesContract.AUTHOR);
        UserId user = ready(before);
        byte[] key = HomeTimelineKeys.key(user);
        double score = Double
                .parseDouble(new String(HomeTimelineKeys.score(crowd.getFirst().tweet()), StandardCharsets.US_ASCII));
        crowd.forEach(entry -> assertThat(cluster.connection().sync().zadd(key, score, HomeTimelineKeys.member(entry)))
                .isEqualTo(1));

        assertThat(older(user, TweetId.LATEST)).containsExactlyElementsOf(crowd.subList(0, 20));
        assertThat(older(user, crowd.getFirst().tweet())).containsExactlyElementsOf(crowd.subList(1, 21));
        assertThat(older(user, crowd.get(2_500).tweet())).containsExactlyElementsOf(crowd.subList(2_501, 2_521));
        assertThat(older(user, crowd.get(4_998).tweet())).containsExactly(crowd.getLast(), before);
        assertThat(older(user, crowd.getLast().tweet())).containsExactly(before);
    }

    private static List<HomeTimelineEntry> older(UserId user, TweetId cursor) {
        return ((Ready) readable.page(user, cursor, 20, Deadline.current())).entries();
    }

    /** What makes a push cheap: a new tweet's place is the first one behind the marks. */
    @Test
    void keepsMarksBeforeEntriesAndTheNewestEntryFirst() {
        UserId user = ready(HomeTimelinesContract.entry(1), HomeTimelinesContract.entry(2));
        timelines.push(HomeTimelinesContract.entry(3), List.of(user), Deadline.current());

        List<byte[]> members = cluster.connection().sync().zrange(HomeTimelineKeys.key(user), 0, -1);

        assertThat(members.getFirst()[0]).isEqualTo((byte) 'F');
        assertThat(members.stream().skip(1).map(HomeTimelineKeys::entry)).containsExactlyElementsOf(
                HomeTimelinesContract.newestFirst(1, 3));
        UserId building = newUser();
        assertThat(readable.beginRebuild(building, Deadline.current())).isPresent();
        timelines.push(HomeTimelinesContract.entry(3), List.of(building), Deadline.current());
        assertThat(cluster.connection().sync().zrange(HomeTimelineKeys.key(building), 0, 0).getFirst()[0])
                .isEqualTo((byte) 'B');
    }

    /** In seconds; -1 for a key that lives for ever, -2 for none. */
    private static long ttl(UserId user) {
        return keys().ttl(HomeTimelineKeys.key(user));
    }

    private static RedisKeyCommands<byte[], byte[]> keys() {
        return cluster.connection().sync();
    }
}
