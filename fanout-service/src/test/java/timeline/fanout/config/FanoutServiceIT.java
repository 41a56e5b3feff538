package timeline.fanout.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import timeline.deadline.Deadline;
import timeline.event.EventCodec;
import timeline.event.FollowEvent.Followed;
import timeline.event.Topics;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.InMemoryFollowGraph;
import timeline.fanout.PulledAuthor;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelineReader;
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
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.Tweet;

/** From the log to readable, on real Kafka and Redis. */
@Timeout(120)
class FanoutServiceIT {
    private static final AtomicLong IDS = new AtomicLong(5_000_000);
    private static final InMemoryFollowGraph GRAPH = new InMemoryFollowGraph(200, InstantSource.system());
    private static final InMemoryTweets TWEETS = new InMemoryTweets(InstantSource.system());
    private static final RedisClusterStore REDIS = TestStores.redisCluster();

    private static FollowServiceStub followService;
    private static RunningFanout service;
    private static RedisCluster readersCluster;
    private static HomeTimelineReader timelines;
    private static KafkaProducer<String, byte[]> producer;
    private static Admin admin;

    private final UserId author = newUser();

    @BeforeAll
    static void start(@TempDir Path folder) throws ExecutionException, InterruptedException {
        admin = Admin.create(Map.of("bootstrap.servers", TestStores.kafka().bootstrapServers()));
        followService = new FollowServiceStub(GRAPH);
        service = new RunningFanout(folder, followService.url(), TWEETS);
        RunningFanout.makeTopics();
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", TestStores.kafka().bootstrapServers()),
                new StringSerializer(), new ByteArraySerializer());
        Await.that("connected", service.bean(RedisCluster.class)::isConnected);
        // The fan-out's own user may not build timelines: that is the readers' business.
        readersCluster = RedisCluster.connect(RedisSettings.of(List.of(REDIS.addresses().split(",")))
                .as("timeline-service", RedisClusterStore.password("timeline-service")));
        Await.that("connected", readersCluster::isConnected);
        timelines = new RedisHomeTimelines(readersCluster, new SecureRandom(), RedisHomeTimelines.LEASE);
    }

    @AfterAll
    static void stop() {
        producer.close();
        service.close();
        readersCluster.close();
        followService.close();
        admin.close();
    }

    @Test
    void takesATweetFromTheLogToEveryFollower() {
        List<UserId> readers = followers(120);
        TweetPosted tweet = post();

        Await.passes("all have it", () -> assertThat(readers)
                .allSatisfy(reader -> assertThat(cached(reader)).containsExactly(tweet.tweet())));
        assertThat(metric("timeline_fanout_freshness_seconds_count")).isPositive();
        assertThat(metric("timeline_fanout_deliveries_total")).isGreaterThanOrEqualTo(120);
    }

    @Test
    void whatIsDeliveredIsNotOwedAnyMore() {
        List<UserId> readers = followers(3);
        TweetPosted tweet = post();
        assertThat(owed()).contains(tweet.tweet());

        Await.passes("all have it", () -> assertThat(readers)
                .allSatisfy(reader -> assertThat(cached(reader)).containsExactly(tweet.tweet())));
        assertThat(owed()).as("before the second look").contains(tweet.tweet());
        Await.within(Duration.ofSeconds(30)).untilPasses("it is settled",
                () -> assertThat(owed()).doesNotContain(tweet.tweet()));
    }

    @Test
    void leavesACelebrityToTheReadersAndComesBackWithEverything() {
        List<UserId> readers = followers(200);
        TweetPosted first = post();
        Await.that("pulled", () -> GRAPH.pulled(author).isPresent());
        TweetPosted second = post();
        readers.subList(0, 60).forEach(reader -> GRAPH.unfollow(reader, author));
        UserId reader = readers.getLast();
        assertThat(cached(reader)).isEmpty();

        TweetPosted third = post();
        Await.passes("pushed again", () -> assertThat(cached(reader)).startsWith(third.tweet()));
        assertThat(GRAPH.pulled(author).flatMap(PulledAuthor::until)).isPresent();
        TweetPosted fourth = post(Instant.now().plusSeconds(30));

        Await.that("no longer pulled", () -> GRAPH.pulled(author).isEmpty());
        Await.passes("all is there", () -> assertThat(cached(reader)).containsExactly(fourth.tweet(), third.tweet(),
                second.tweet(), first.tweet()));
    }

    /** The event of the follow tells of it, or else the book of what is owed. */
    @Test
    void bringsNewFollowersTheAuthorsTweets() {
        UserId told = newUser();
        UserId late = newUser();
        List.of(told, late).forEach(this::ready);
        TweetPosted old = post();
        GRAPH.follow(told, author);
        send(Topics.FOLLOWS, author, EventCodec.encode(new Followed(told, author, Optional.of(told.value()))));
        followService.owe(late, author, late.value());

        Await.passes("backfilled", () -> assertThat(List.of(told, late))
                .allSatisfy(reader -> assertThat(cached(reader)).containsExactly(old.tweet())));
        Await.within(Duration.ofSeconds(30)).until("both are settled",
                () -> followService.settled().containsAll(List.of(told.value(), late.value())));
    }

    @Test
    void removesADeletedTweet() {
        List<UserId> readers = followers(60);
        TweetPosted tweet = post();
        Await.passes("there", () -> assertThat(cached(readers.getLast())).containsExactly(tweet.tweet()));

        TWEETS.delete(tweet.tweet(), author);
        send(Topics.TWEETS, author, EventCodec.encode(new TweetDeleted(tweet.tweet(), author)));

        Await.passes("gone", () -> assertThat(readers)
                .allSatisfy(reader -> assertThat(cached(reader)).isEmpty()));
    }

    @Test
    void putsGarbageAsideAndGoesOn() {
        List<UserId> readers = followers(1);
        long before = deadLetters();
        send(Topics.TWEETS, author, "not an event".getBytes(StandardCharsets.UTF_8));
        TweetPosted tweet = post();

        Await.passes("there", () -> assertThat(cached(readers.getFirst())).containsExactly(tweet.tweet()));
        Await.that("put aside", () -> deadLetters() == before + 1);
    }

    @Test
    void waitsForACacheThatHangsAndPutsNothingAside() {
        List<UserId> readers = followers(60);
        long before = deadLetters();
        List<StoreNode> nodes = REDIS.nodes();
        nodes.forEach(StoreNode::pause);
        TweetPosted tweet = post();
        Await.that("nobody takes it", () -> metric("timeline_fanout_missed_total") >= 60);
        Await.that("nothing is known of the cache any more",
                () -> service.bean(RedisCluster.class).reach().missing().orElse("").contains("was heard"));
        TweetPosted waiting = post();
        Await.that("the outage is noticed", () -> service.management("/actuator/prometheus").body()
                .contains("timeline_fanout_outages_total{down=\"home-timelines\""));
        assertThat(service.management("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(service.management("/actuator/health/liveness").status()).isEqualTo(200);
        nodes.forEach(StoreNode::unpause);
        REDIS.awaitWhole();

        Await.within(Duration.ofSeconds(60)).untilPasses("all have it, or read the database", () -> assertThat(readers)
                .allSatisfy(reader -> assertThat(visible(reader)).containsExactly(waiting.tweet(), tweet.tweet())));
        assertThat(deadLetters()).isEqualTo(before);
    }

    @Test
    void waitsForTheGraphAndPutsNothingAside() {
        List<UserId> readers = followers(3);
        long before = deadLetters();
        GRAPH.setAvailable(false);
        TweetPosted tweet = post();
        Await.that("the outage is noticed", () -> service.management("/actuator/prometheus").body()
                .contains("timeline_fanout_outages_total{down=\"follow-graph\""));
        GRAPH.setAvailable(true);

        Await.passes("all have it", () -> assertThat(readers)
                .allSatisfy(reader -> assertThat(cached(reader)).containsExactly(tweet.tweet())));
        assertThat(deadLetters()).isEqualTo(before);
    }

    @Test
    void tellsWhyItIsNotReady() {
        assertThat(service.management("/actuator/health/readiness").body()).contains("not connected to Cassandra yet");
    }

    private List<UserId> followers(int count) {
        List<UserId> readers = Stream.generate(FanoutServiceIT::newUser).limit(count).toList();
        readers.forEach(reader -> {
            GRAPH.follow(reader, author);
            ready(reader);
        });
        return readers;
    }

    private void ready(UserId reader) {
        Await.that("built", () -> timelines.page(reader, TweetId.LATEST, 1, Deadline.current()) instanceof Ready
                || timelines.beginRebuild(reader, Deadline.current())
                        .map(rebuild -> rebuild.finish(List.of(), TweetId.EARLIEST, Deadline.current()))
                        .orElse(false));
    }

    private TweetPosted post() {
        return post(Instant.now());
    }

    private TweetPosted post(Instant time) {
        TweetId id = new TweetId(Snowflake.compose(time.toEpochMilli(), 0,
                (int) (IDS.incrementAndGet() & Snowflake.MAX_SEQUENCE)));
        TweetPosted event = (TweetPosted) TWEETS.post(new Tweet(id, author, "author", "text", List.of())).event();
        send(Topics.TWEETS, author, EventCodec.encode(event));
        return event;
    }

    private static void send(String topic, UserId key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, EventCodec.key(key), value)).get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<TweetId> cached(UserId reader) {
        return ((Ready) timelines.page(reader, TweetId.LATEST, 100, Deadline.current())).entries().stream()
                .map(HomeTimelineEntry::tweet)
                .toList();
    }

    /** What a reader is shown: the database, where the cache says nothing. */
    private List<TweetId> visible(UserId reader) {
        return timelines.page(reader, TweetId.LATEST, 100, Deadline.current()) instanceof Ready
                ? cached(reader)
                : TWEETS.ofAuthor(author, TweetId.LATEST, 100, Deadline.current()).stream().map(Tweet::id).toList();
    }

    private static double metric(String name) {
        return service.management("/actuator/prometheus").body().lines().filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private static long deadLetters() {
        TopicPartition[] partitions = Stream.iterate(0, partition -> partition + 1).limit(RunningFanout.PARTITIONS)
                .map(partition -> new TopicPartition(Topics.TWEETS + Topics.DEAD_LETTER_SUFFIX, partition))
                .toArray(TopicPartition[]::new);
        return Await.within(Duration.ofSeconds(20)).value("the dead letter topic has as many partitions", () -> {
            long count = 0;
            for (TopicPartition partition : partitions) {
                count += admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition).get()
                        .offset();
            }
            return Optional.of(count);
        });
    }

    private static List<TweetId> owed() {
        return TWEETS.owedDeliveries().pending(Instant.MAX, 10_000).stream().map(OwedDelivery::tweet).toList();
    }

    private static UserId newUser() {
        return new UserId(IDS.incrementAndGet());
    }
}
