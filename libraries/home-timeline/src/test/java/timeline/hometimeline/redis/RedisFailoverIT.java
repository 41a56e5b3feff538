package timeline.hometimeline.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeline.hometimeline.HomeTimelinesContract.entry;

import io.lettuce.core.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineReader.CachedPage;
import timeline.hometimeline.CachePrimaries.Answer.Known;
import timeline.hometimeline.CachePrimaries.Primaries;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Cold;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.StuckNodes;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.stores.redis.RedisConnection;
import timeline.testkit.Await;
import timeline.testkit.RedisClusterStore;
import timeline.testkit.StoreNode;
import timeline.testkit.TestStores;

/** What may be believed after a primary died, hung, came back, or was restarted: never a timeline that lacks a push (ADR 0003). */
@Timeout(90)
class RedisFailoverIT {
    private static final RedisClusterStore STORE = TestStores.redisCluster();
    private static final AtomicLong USERS = new AtomicLong(2_000_000);

    private RedisCluster cluster;
    private RedisHomeTimelines timelines;
    private UserId user;
    private StoreNode primary;

    @BeforeAll
    static void wholeCluster() {
        STORE.awaitWhole();
    }

    @BeforeEach
    void readyTimeline() {
        cluster = connect();
        Await.that("connected", cluster::isConnected);
        timelines = new RedisHomeTimelines(cluster, new SecureRandom(), RedisHomeTimelines.LEASE);
        user = new UserId(USERS.incrementAndGet());
        build(user);
        primary = primaryOf(user);
    }

    @AfterEach
    void mend() {
        cluster.close();
        STORE.awaitWhole();
    }

    @Test
    void isColdOnThePromotedReplicaOfAKilledPrimary() {
        RedisPrimaries primaries = new RedisPrimaries(cluster, System::nanoTime);
        Primaries before = primaries.known();
        primary.kill();

        assertThat(firstAnswer(user)).isEqualTo(new Cold());
        assertThat(primaryOf(user)).isNotEqualTo(primary);
        Await.passes("all primaries agree upon the new one", () -> {
            assertThat(primaries.ask(Deadline.current())).isInstanceOfSatisfying(Known.class,
                    answer -> assertThat(answer.everyone()).isTrue());
            assertThat(primaries.known()).isNotEqualTo(before);
            assertThat(primaries.ask(Deadline.current())).isEqualTo(new Known(primaries.known(), true));
        });
        build(user);
        assertThat(timelines.push(entry(2), List.of(user), Deadline.current())).isEqualTo(new Taken(1, 0));
        assertThat(firstAnswer(user)).isEqualTo(new Ready(List.of(entry(2), entry(1)), TweetId.EARLIEST));
        primary.start();
    }

    @Test
    void isColdAfterARestartThatNobodyNoticed() {
        primary.kill();
        primary.start();
        Await.that("the same primary serves", () -> primaryOf(user).equals(primary));

        assertThat(firstAnswer(user)).isEqualTo(new Cold());
    }

    @Test
    void findsThePromotedReplicaOfAPrimaryThatHangsAndDoesNotBelieveTheOldOneWhenItIsPrimaryAgain() throws Exception {
        primary.pause();
        assertThatThrownBy(() -> timelines.page(user, TweetId.LATEST, 20, Deadline.current()))
                .isInstanceOf(HomeTimelinesUnavailableException.class);

        assertThat(firstAnswer(user)).isEqualTo(new Cold());
        primary.unpause();
        Await.passes("the old primary leads again, with the old floor in what it copied", () -> {
            STORE.awaitWhole();
            try (RedisConnection connection = RedisConnection.open(primary.port(), Duration.ofSeconds(2),
                    RedisClusterStore.operator())) {
                if (connection.call("INFO", "replication").contains("role:slave")) {
                    connection.call("CLUSTER", "FAILOVER");
                }
            }
            assertThat(primaryOf(user)).isEqualTo(primary);
        });

        assertThat(firstAnswer(user)).isEqualTo(new Cold());
        assertThat(marks(user)).as("the old floor is still there: only its history tells that it is stale").hasSize(1);
    }

    @Test
    void failsABuildThatAFailoverOvertook() {
        UserId building = sameShardAs(user);
        Rebuild rebuild = timelines.beginRebuild(building, Deadline.current()).orElseThrow();
        primary.kill();

        assertThat(firstAnswer(building)).isEqualTo(new Cold());
        assertThat(rebuild.finish(List.of(entry(1)), TweetId.EARLIEST, Deadline.current())).isFalse();
        assertThat(timelines.beginRebuild(building, Deadline.current())).as("the dead build's lease does not count")
                .isPresent();
        primary.start();
    }

    @Test
    void pushesToTheHealthyShardsAndTellsWhomItMissed() {
        List<UserId> others = otherShards(3);
        primary.pause();
        List<UserId> followers = List.of(others.get(0), user, others.get(1), others.get(2));

        assertThat(timelines.push(entry(2), followers, Deadline.current())).isEqualTo(new Taken(3, 1));
        primary.unpause();

        assertThat(others).allSatisfy(other -> assertThat(firstAnswer(other))
                .isEqualTo(new Ready(List.of(entry(2), entry(1)), TweetId.EARLIEST)));
    }

    @Test
    void leavesNothingBehindHoweverOftenItTriesToConnect() throws IOException {
        List<StoreNode> primaries = STORE.nodes().stream()
                .filter(node -> info(node, "replication").contains("role:master")).toList();
        primaries.forEach(StoreNode::kill);
        List<StoreNode> living = STORE.nodes().stream().filter(node -> !primaries.contains(node)).toList();
        try (RedisCluster trying = connect();
                RedisConnection counter = RedisConnection.open(living.getFirst().port(), Duration.ofSeconds(2),
                        RedisClusterStore.operator())) {
            awaitConnections(counter, 10);
            long open = open(living);
            awaitConnections(counter, 50);

            assertThat(trying.isConnected()).isFalse();
            assertThat(open(living)).isLessThan(open + 10);
        } finally {
            primaries.forEach(StoreNode::start);
        }
    }

    /** Both of its nodes are gone, so nobody takes over. */
    @Test
    void serviceThatStartsWhileAShardIsLostServesTheOthers() {
        List<StoreNode> shard = STORE.shardOf(primary);
        List<UserId> others = otherShards(3);
        shard.forEach(StoreNode::kill);
        try (RedisCluster started = connect()) {
            Await.that("connected", started::isConnected);
            assertThat(started.reach().any()).isTrue();
            assertThat(started.reach().missing()).isPresent();
            RedisHomeTimelines some = new RedisHomeTimelines(started, new SecureRandom(), RedisHomeTimelines.LEASE);
            List<UserId> followers = List.of(others.get(0), user, others.get(1), others.get(2));

            assertThat(some.push(entry(2), followers, Deadline.current())).isEqualTo(new Taken(3, 1));
            Await.passes("also when nodes are declared gone",
                    () -> assertThat(new RedisPrimaries(started, System::nanoTime).ask(Deadline.current()))
                            .isInstanceOfSatisfying(Known.class, answer -> assertThat(answer.everyone()).isFalse()));
            assertThat(some.push(entry(3), followers, Deadline.current())).isEqualTo(new Taken(3, 1));
            shard.forEach(StoreNode::start);
            Await.passes("it is back with its old history",
                    () -> assertThat(some.push(entry(3), followers, Deadline.current()).isEverywhere()).isTrue());
            assertThat(started.reach().missing()).isEmpty();
        }
    }

    @Test
    void leavesANodeAloneThatIsSilentAgainAndAgain() {
        List<UserId> others = otherShards(1);
        primary.pause();
        try {
            List<UserId> followers = List.of(user, others.getFirst());
            for (int push = 0; push < StuckNodes.TIMEOUTS_IN_A_ROW; push++) {
                assertThat(timelines.push(entry(2), followers, Deadline.current()).missed()).isEqualTo(1);
            }
            long began = System.nanoTime();
            assertThat(timelines.push(entry(3), followers, Deadline.current())).isEqualTo(new Taken(1, 1));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
        } finally {
            primary.unpause();
        }
    }

    @Test
    void isLeftAloneByWhoHasNotHeardOfItForLong() {
        STORE.nodes().forEach(StoreNode::pause);
        try {
            Await.passes("nothing is known any more", () -> assertThatThrownBy(cluster::connection)
                    .isInstanceOf(HomeTimelinesUnavailableException.class));
            assertThat(cluster.reach().any()).isFalse();
            assertThatThrownBy(() -> timelines.push(entry(2), List.of(user), Deadline.current()))
                    .isInstanceOf(HomeTimelinesUnavailableException.class);
            assertThat(timelines.shardOf(user)).isEmpty();
        } finally {
            STORE.nodes().forEach(StoreNode::unpause);
        }
        Await.that("known again", () -> cluster.reach().any());
    }

    private List<UserId> otherShards(int count) {
        List<UserId> others = LongStream.range(0, 1000).mapToObj(any -> new UserId(USERS.incrementAndGet()))
                .filter(other -> !primaryOf(other).equals(primary)).limit(count).toList();
        others.forEach(this::build);
        return others;
    }

    private static RedisCluster connect() {
        return RedisCluster.connect(RedisSettings.of(List.of(STORE.addresses().split(","))).as("operator",
                RedisClusterStore.password("operator")));
    }

    private static void awaitConnections(RedisConnection counter, int more) {
        long before = received(counter);
        Await.that(more + " connections more", () -> received(counter) > before + more);
    }

    private static long received(RedisConnection counter) {
        try {
            return number(counter.call("INFO", "stats"), "total_connections_received");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static long open(List<StoreNode> nodes) {
        return nodes.stream().mapToLong(node -> number(info(node, "clients"), "connected_clients")).sum();
    }

    private static String info(StoreNode node, String section) {
        try (RedisConnection connection = RedisConnection.open(node.port(), Duration.ofSeconds(2),
                RedisClusterStore.operator())) {
            return connection.call("INFO", section);
        } catch (IOException down) {
            throw new UncheckedIOException(down);
        }
    }

    private static long number(String info, String field) {
        return info.lines().filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.substring(field.length() + 1).strip())).findFirst()
                .orElseThrow();
    }

    @Test
    void waitsBrieflyForANodeWhoseConnectionCanNotBeHadAndSendsItNothingLater() throws Exception {
        try (RedisConnection connection = RedisConnection.open(primary.port(), Duration.ofSeconds(2),
                RedisClusterStore.operator())) {
            connection.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        }
        primary.pause();
        try {
            long began = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> timelines.page(user, TweetId.LATEST, 20, Deadline.current()))
                        .isInstanceOf(HomeTimelinesUnavailableException.class);
            }
            assertThat(timelines.push(entry(2), List.of(user), Deadline.current())).isEqualTo(new Taken(0, 1));
            // Five times 150 ms and once 1 s at the most; a busy machine is given as much again.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(3_500));
        } finally {
            primary.unpause();
        }
        STORE.awaitWhole();
        if (firstAnswer(user) instanceof Cold) {
            build(user);
        }
        assertThat(timelines.push(entry(3), List.of(user), Deadline.current())).isEqualTo(new Taken(1, 0));

        assertThat(firstAnswer(user)).as("what was refused is never sent")
                .isEqualTo(new Ready(List.of(entry(3), entry(1)), TweetId.EARLIEST));
    }

    @Test
    void saysAtOnceThatItIsNotConnectedYet() {
        try (RedisCluster nowhere = RedisCluster.connect(RedisSettings.of(List.of("127.0.0.1:1")))) {
            RedisHomeTimelines none = new RedisHomeTimelines(nowhere, new SecureRandom(), RedisHomeTimelines.LEASE);

            assertThatThrownBy(() -> none.page(user, TweetId.LATEST, 20, Deadline.current()))
                    .isInstanceOf(HomeTimelinesUnavailableException.class).hasMessageContaining("127.0.0.1:1");
        }
    }

    private List<byte[]> marks(UserId reader) {
        return cluster.connection().sync().zrangebyscore(HomeTimelineKeys.key(reader), Range.create(-6e15, -5e15));
    }

    private void build(UserId cold) {
        Await.that("built", () -> timelines.beginRebuild(cold, Deadline.current())
                .map(rebuild -> rebuild.finish(List.of(entry(1)), TweetId.EARLIEST, Deadline.current())).orElse(false));
    }

    /** What the cache says as soon as it says anything. */
    private CachedPage firstAnswer(UserId reader) {
        while (true) {
            try {
                return timelines.page(reader, TweetId.LATEST, 20, Deadline.current());
            } catch (HomeTimelinesUnavailableException notYet) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        }
    }

    private UserId sameShardAs(UserId other) {
        return LongStream.range(0, 1000).mapToObj(any -> new UserId(USERS.incrementAndGet()))
                .filter(candidate -> primaryOf(candidate).equals(primaryOf(other))).findFirst().orElseThrow();
    }

    private static StoreNode primaryOf(UserId user) {
        return STORE.primaryOf(new String(HomeTimelineKeys.key(user), StandardCharsets.US_ASCII));
    }
}
