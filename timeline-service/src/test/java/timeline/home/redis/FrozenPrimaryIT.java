package timeline.home.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.home.Degraded;
import timeline.home.HomeTimeline;
import timeline.home.InMemoryFollowGraph;
import timeline.home.Origin;
import timeline.home.ReadLimits;
import timeline.home.TimelineAnswer.Page;
import timeline.home.TimelineRebuilder;
import timeline.home.TweetHydrator;
import timeline.home.bodies.KeptBodies;
import timeline.home.bodies.KnownDeletions;
import timeline.home.merge.SideBySide;
import timeline.home.owed.Ceiling;
import timeline.home.owed.OwedList;
import timeline.hometimeline.redis.HomeTimelineKeys;
import timeline.hometimeline.redis.RedisCluster;
import timeline.hometimeline.redis.RedisHomeTimelines;
import timeline.hometimeline.redis.RedisSettings;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.RedisClusterStore;
import timeline.testkit.StoreNode;
import timeline.testkit.TestStores;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.Tweet;

/** One primary of the real cache hangs (SIGSTOP): it is the trouble of its own readers, and not for longer than they have time. */
class FrozenPrimaryIT {
    private static final UserId AUTHOR = new UserId(9);
    private static final int READERS_OF_EACH = 4;

    private final RedisClusterStore store = TestStores.redisCluster();
    private final RedisCluster cluster = RedisCluster.connect(RedisSettings.of(List.of(store.addresses().split(",")))
            .as("operator", RedisClusterStore.password("operator")));
    private final RedisHomeTimelines redis = new RedisHomeTimelines(cluster, new SecureRandom(),
            RedisHomeTimelines.LEASE);
    private final GuardedHomeTimelines guarded = new GuardedHomeTimelines(redis, redis, redis::shardOf,
            ShardSettings.defaults());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InMemoryFollowGraph graph = new InMemoryFollowGraph();
    private final InMemoryTweets tweets = new InMemoryTweets(InstantSource.system());
    private final AtomicLong users = new AtomicLong(7_000_000);
    private HomeTimeline timeline;

    @BeforeEach
    void connect() {
        store.awaitWhole();
        Await.that("connected", cluster::isConnected);
        SideBySide sideBySide = new SideBySide(threads, 4);
        ReadLimits limits = ReadLimits.DEFAULT;
        KeptBodies bodies = new KeptBodies(new KnownDeletions(InstantSource.system(), System::nanoTime),
                System::nanoTime, 100);
        TimelineRebuilder rebuilder = new TimelineRebuilder(guarded, graph, tweets, bodies, sideBySide, limits,
                System::nanoTime, outcome -> {});
        timeline = new HomeTimeline(graph, guarded, guarded, tweets,
                new TweetHydrator(tweets, threads, System::nanoTime, bodies),
                rebuilder, sideBySide, limits,
                new Ceiling(new OwedList(), InstantSource.system(), System::nanoTime, false), System::nanoTime);
        tweets.post(new Tweet(new TweetId(Snowflake.compose(1_750_000_000_000L, 1, 1)), AUTHOR, "author", "text",
                List.of()));
    }

    @AfterEach
    void mend() {
        threads.shutdownNow();
        cluster.close();
        store.awaitWhole();
    }

    @Test
    void oneFrozenPrimaryCostsOnlyItsOwnReadersAndNeverMoreThanTheirDeadline() throws Exception {
        UserId first = warm(new UserId(users.incrementAndGet()));
        StoreNode frozen = primaryOf(first);
        List<UserId> its = readers(reader -> primaryOf(reader).equals(frozen));
        List<UserId> others = readers(reader -> !primaryOf(reader).equals(frozen));

        frozen.pause();
        try {
            // First they alone, so that most of the last calls to the cache are failures.
            for (Future<?> victim : reading(its)) {
                victim.get();
            }
            List<Future<?>> victims = reading(its);
            do {
                others.forEach(reader -> {
                    Page unaffected = page(reader);
                    assertThat(unaffected.degraded()).isEmpty();
                    assertThat(unaffected.origin()).isEqualTo(Origin.CACHE);
                });
            } while (victims.stream().anyMatch(victim -> !victim.isDone()));
            for (Future<?> victim : victims) {
                victim.get();
            }
        } finally {
            frozen.unpause();
        }
        Await.that("the readers of the frozen one are served from the cache again",
                () -> its.stream().allMatch(reader -> page(reader).origin() == Origin.CACHE));
    }

    @Test
    void aReaderWithLittleTimeWaitsForAFrozenPrimaryNoLongerThanThat() throws Exception {
        UserId reader = warm(new UserId(users.incrementAndGet()));
        StoreNode frozen = primaryOf(reader);
        frozen.pause();
        try {
            assertThat(page(reader).degraded()).as("what it shows is owed to the cache").contains(Degraded.CACHE);
            long began = System.nanoTime();
            Object answer = timeline.read(reader, TweetId.LATEST, 20, Deadline.in(Duration.ofMillis(40)));

            assertThat(answer).isNotNull();
            // Two waits of 150 ms each without the deadline; a busy machine is given some.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(200));
        } finally {
            frozen.unpause();
        }
    }

    /** Each read but the first one also owes the cache what the one before has shown. */
    private List<Future<?>> reading(List<UserId> readers) {
        List<Future<?>> reads = new ArrayList<>();
        for (UserId reader : readers) {
            reads.add(threads.submit(() -> {
                for (int i = 0; i < 3; i++) {
                    long began = System.nanoTime();
                    assertThat(page(reader).tweets()).hasSize(1);
                    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
                }
            }));
        }
        return reads;
    }

    private List<UserId> readers(Predicate<UserId> where) {
        return LongStream.generate(users::incrementAndGet).mapToObj(UserId::new).filter(where).limit(READERS_OF_EACH)
                .map(this::warm).toList();
    }

    private UserId warm(UserId reader) {
        graph.follow(reader, AUTHOR);
        Await.that("cached", () -> page(reader).origin() == Origin.CACHE);
        return reader;
    }

    private Page page(UserId reader) {
        return (Page) timeline.read(reader, TweetId.LATEST, 20, Deadline.current());
    }

    private StoreNode primaryOf(UserId reader) {
        return store.primaryOf(new String(HomeTimelineKeys.key(reader), StandardCharsets.US_ASCII));
    }
}
