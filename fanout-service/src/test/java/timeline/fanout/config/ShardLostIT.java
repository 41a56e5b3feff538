package timeline.fanout.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import timeline.deadline.Deadline;
import timeline.event.EventCodec;
import timeline.event.Topics;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.InMemoryFollowGraph;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.redis.RedisCluster;
import timeline.hometimeline.redis.RedisHomeTimelines;
import timeline.hometimeline.redis.RedisSettings;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.RedisClusterStore;
import timeline.testkit.StoreNode;
import timeline.stores.redis.RedisUsers;
import timeline.testkit.TestStores;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.Tweet;

/** A shard of the cache is lost, with its replica: it delays nobody else, and its own readers miss nothing once it is back (ADR 0027). */
@Timeout(240)
class ShardLostIT {
    private static final Duration SOON = Duration.ofSeconds(3);
    /** Thirty seconds until a delivery is late, ten until the second look, and what a busy machine takes. */
    private static final Duration LATE = Duration.ofSeconds(90);
    private static final AtomicLong IDS = new AtomicLong(7_000_000);
    private static final RedisClusterStore REDIS = TestStores.redisCluster();

    private static KafkaProducer<String, byte[]> producer;

    private final InMemoryFollowGraph graph = new InMemoryFollowGraph(Long.MAX_VALUE, InstantSource.system());
    private final InMemoryTweets tweets = new InMemoryTweets(InstantSource.system());
    private final UserId author = newUser();
    private FollowServiceStub followService;
    private RunningFanout service;
    private RedisCluster readersCluster;
    private HomeTimelineReader timelines;
    private StoreNode lost;
    private List<StoreNode> shard;
    private List<UserId> itsReaders;
    private List<UserId> otherReaders;

    @BeforeAll
    static void makeTopics() throws ExecutionException, InterruptedException {
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", TestStores.kafka().bootstrapServers()),
                new StringSerializer(), new ByteArraySerializer());
        RunningFanout.makeTopics();
    }

    @AfterAll
    static void closeProducer() {
        producer.close();
    }

    @BeforeEach
    void followersOnEveryShard(@TempDir Path folder) {
        REDIS.awaitWhole();
        followService = new FollowServiceStub(graph);
        service = new RunningFanout(folder.resolve("first"), followService.url(), tweets);
        Await.that("connected", service.bean(RedisCluster.class)::isConnected);
        readersCluster = RedisCluster.connect(RedisSettings.of(List.of(REDIS.addresses().split(",")))
                .as("timeline-service", RedisClusterStore.password("timeline-service")));
        Await.that("connected", readersCluster::isConnected);
        timelines = new RedisHomeTimelines(readersCluster, new SecureRandom(), RedisHomeTimelines.LEASE);
        List<UserId> readers = Stream.generate(ShardLostIT::newUser).limit(60).toList();
        readers.forEach(this::followAndBuild);
        lost = REDIS.primaryOf(RedisUsers.TIMELINES + readers.getFirst());
        shard = REDIS.shardOf(lost);
        itsReaders = readers.stream().filter(reader -> REDIS.primaryOf(RedisUsers.TIMELINES + reader).equals(lost))
                .toList();
        otherReaders = readers.stream().filter(reader -> !itsReaders.contains(reader)).toList();
        TweetPosted before = post();
        Await.passes("all have it", () -> assertThat(readers)
                .allSatisfy(reader -> assertThat(cached(reader)).containsExactly(before.tweet())));
    }

    @AfterEach
    void close() {
        service.close();
        readersCluster.close();
        followService.close();
        REDIS.awaitWhole();
    }

    @Test
    void aKilledShardDelaysNobodyElseAndItsReadersFindEverythingInTheDatabase(@TempDir Path folder) {
        losing(folder, StoreNode::kill, () -> shard.forEach(StoreNode::start));

        assertThat(itsReaders).as("restarted, it is of another history: cold").allSatisfy(reader -> {
            followAndBuild(reader);
            assertThat(cached(reader)).hasSize(3);
        });
    }

    @Test
    void aFrozenShardDelaysNobodyElseAndGetsWhatItMissed(@TempDir Path folder) {
        losing(folder, StoreNode::pause, () -> {
            lost.unpause();
            REDIS.awaitTrusted(lost);
            shard.forEach(StoreNode::unpause);
        });

        assertThat(itsReaders).as("with its old history").allSatisfy(reader -> assertThat(cached(reader)).hasSize(3));
    }

    private void losing(Path folder, Consumer<StoreNode> lose, Runnable mend) {
        shard.forEach(lose);
        try {
            TweetPosted first = post();
            othersHave(first);
            service.close();
            service = new RunningFanout(folder.resolve("second"), followService.url(), tweets);
            Await.that("it works without the lost shard", () -> service.bean(RedisCluster.class).reach().any());
            othersHave(post());
            assertThat(owed()).as("parked").isGreaterThanOrEqualTo(2);
        } finally {
            mend.run();
        }
        REDIS.awaitWhole();
        Await.within(LATE).untilPasses("delivered late, and settled", () -> assertThat(owed()).isZero());
        assertThat(otherReaders).allSatisfy(reader -> assertThat(cached(reader)).hasSize(3));
    }

    private void othersHave(TweetPosted tweet) {
        Await.within(SOON).untilPasses("followers on other shards have it", () -> assertThat(otherReaders)
                .allSatisfy(reader -> assertThat(cached(reader)).startsWith(tweet.tweet())));
    }

    private void followAndBuild(UserId reader) {
        graph.follow(reader, author);
        Await.that("built", () -> isReady(reader) || timelines.beginRebuild(reader, Deadline.current())
                .map(rebuild -> rebuild.finish(tweets.ofAuthor(author, TweetId.LATEST, 100, Deadline.current()).stream()
                        .map(tweet -> new HomeTimelineEntry(tweet.id(), author)).toList(), TweetId.EARLIEST,
                        Deadline.current()))
                .orElse(false));
    }

    private boolean isReady(UserId reader) {
        try {
            return timelines.page(reader, TweetId.LATEST, 1, Deadline.current()) instanceof Ready;
        } catch (HomeTimelinesUnavailableException notYet) {
            return false;
        }
    }

    private TweetPosted post() {
        TweetId id = new TweetId(Snowflake.compose(Instant.now().toEpochMilli(), 0,
                (int) (IDS.incrementAndGet() & Snowflake.MAX_SEQUENCE)));
        TweetPosted event = (TweetPosted) tweets.post(new Tweet(id, author, "author", "text", List.of())).event();
        try {
            producer.send(new ProducerRecord<>(Topics.TWEETS, EventCodec.key(author), EventCodec.encode(event))).get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
        return event;
    }

    private List<TweetId> cached(UserId reader) {
        return timelines.page(reader, TweetId.LATEST, 100, Deadline.current()) instanceof Ready ready
                ? ready.entries().stream().map(HomeTimelineEntry::tweet).toList()
                : List.of();
    }

    private int owed() {
        return tweets.owedDeliveries().pending(Instant.MAX, 10_000).size();
    }

    private static UserId newUser() {
        return new UserId(IDS.incrementAndGet());
    }
}
