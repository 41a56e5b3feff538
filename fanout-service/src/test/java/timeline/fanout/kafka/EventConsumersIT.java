package timeline.fanout.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import timeline.event.TweetEvent;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.FanoutOutcome;
import timeline.fanout.FanoutOutcome.Left;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;

/** What becomes of records when handling them succeeds, fails, or fails for a while (G10). */
@Timeout(90)
class EventConsumersIT {
    private final Map<UserId, List<TweetId>> handled = new ConcurrentHashMap<>();
    private @Nullable ConsumedTopic topic;

    @AfterEach
    void close() {
        if (topic != null) {
            topic.close();
        }
    }

    @Test
    void keepsTheOrderOfEveryAuthor() {
        ConsumedTopic topic = consume(this::record);
        for (int tweet = 1; tweet <= 40; tweet++) {
            for (int author = 1; author <= 9; author++) {
                topic.send(tweet(author, tweet));
            }
        }
        topic.start();

        Await.that("all is committed", () -> topic.lag() == 0);
        assertThat(handled).hasSize(9).allSatisfy((author, tweets) -> assertThat(tweets).isSorted().hasSize(40));
        assertThat(topic.deadLetters()).isEmpty();
    }

    @Test
    void worksOnSeveralAuthorsOfAPartitionAtOnce() {
        CountDownLatch together = new CountDownLatch(2);
        ConsumedTopic topic = consume(event -> {
            together.countDown();
            await(together);
            return record(event);
        });
        topic.send(tweet(3, 1));
        topic.send(tweet(6, 1));
        topic.start();

        Await.that("neither waits for the other", () -> topic.lag() == 0);
    }

    @Test
    void putsGarbageAsideWithItsCauseAndHandlesTheRestOfTheBatch() {
        ConsumedTopic topic = consume(this::record);
        byte[] large = new byte[900_000];
        topic.send(tweet(1, 1));
        topic.sendRaw(1, "{".getBytes(StandardCharsets.UTF_8));
        topic.sendRaw(1, null);
        topic.sendRaw(1, large);
        topic.sendRaw(1, "{\"v\":2,\"type\":\"tweet-posted\"}".getBytes(StandardCharsets.UTF_8));
        topic.send(tweet(1, 2));
        topic.start();

        Await.that("all is committed", () -> topic.lag() == 0);
        assertThat(handled.get(new UserId(1))).containsExactly(new TweetId(1), new TweetId(2));
        List<ConsumerRecord<byte[], byte[]>> letters = topic.deadLetters();
        assertThat(letters).hasSize(4).allSatisfy(letter -> {
            assertThat(letter.partition()).isEqualTo(1);
            assertThat(header(letter, "kafka_dlt-exception-fqcn")).contains("MalformedEventException");
            assertThat(header(letter, "kafka_dlt-original-topic")).startsWith("events");
        });
        assertThat(letters).anySatisfy(letter -> assertThat(letter.value()).hasSize(large.length));
        assertThat(letters).anySatisfy(letter -> assertThat(letter.value()).isNull());
        assertThat(topic.meters.get("timeline.fanout.dead.letters").counter().count()).isEqualTo(4);
    }

    @Test
    void triesAnUnexpectedFailureThreeTimesAndThenPutsTheEventAside() {
        AtomicInteger tries = new AtomicInteger();
        ConsumedTopic topic = consume(event -> {
            if (event.tweet().value() == 2) {
                tries.incrementAndGet();
                throw new IllegalStateException("broken");
            }
            return record(event);
        });
        for (int tweet = 1; tweet <= 3; tweet++) {
            topic.send(tweet(1, tweet));
        }
        topic.start();

        Await.that("all is committed", () -> topic.lag() == 0);
        assertThat(tries).hasValue(3);
        assertThat(handled.get(new UserId(1))).containsExactly(new TweetId(1), new TweetId(3));
        assertThat(topic.deadLetters()).singleElement()
                .satisfies(letter -> assertThat(header(letter, "kafka_dlt-exception-message")).contains("broken"));
    }

    @Test
    void waitsAnOutageOutAndPutsNothingAside() {
        AtomicBoolean outage = new AtomicBoolean(true);
        AtomicInteger refusals = new AtomicInteger();
        ConsumedTopic topic = consume(event -> {
            if (outage.get() && event.author().value() == 1) {
                refusals.incrementAndGet();
                throw new HomeTimelinesUnavailableException("down", null);
            }
            return record(event);
        });
        for (int tweet = 1; tweet <= 5; tweet++) {
            topic.send(tweet(1, tweet));
            topic.send(tweet(4, tweet));
        }
        topic.start();

        Await.that("it tries again and again", () -> refusals.get() >= 6);
        assertThat(handled).as("neighbours are done, once").containsOnlyKeys(new UserId(4));
        assertThat(topic.deadLetters()).isEmpty();
        assertThat(topic.meters.get("timeline.fanout.outages").tag("down", "home-timelines").counter().count())
                .isGreaterThanOrEqualTo(6);
        outage.set(false);

        Await.that("all is committed", () -> topic.lag() == 0);
        assertThat(handled).allSatisfy((author, tweets) -> assertThat(tweets).isSorted().hasSize(5));
        assertThat(topic.deadLetters()).isEmpty();
    }

    @Test
    void putsGarbageAsideOnceThoughAnOutageRepeatsItsBatch() {
        AtomicBoolean outage = new AtomicBoolean(true);
        AtomicInteger refusals = new AtomicInteger();
        ConsumedTopic topic = consume(event -> {
            if (outage.get()) {
                refusals.incrementAndGet();
                throw new HomeTimelinesUnavailableException("down", null);
            }
            return record(event);
        });
        topic.sendRaw(1, new byte[]{0});
        topic.send(tweet(1, 1));
        topic.start();
        Await.that("the batch was repeated", () -> refusals.get() >= 4);
        outage.set(false);

        Await.that("all is committed", () -> topic.lag() == 0);
        assertThat(topic.deadLetters()).hasSize(1);
    }

    @Test
    void keepsGarbageUntilItCanBePutAside() {
        topic = new ConsumedTopic(this::record);
        ConsumedTopic topic = this.topic;
        topic.sendRaw(1, new byte[]{0});
        topic.send(tweet(2, 1));
        topic.start();
        Await.that("it notices that there is no dead letter topic", () -> topic.meters.find("timeline.fanout.outages")
                .tag("down", "dead-letters").counter() != null);

        topic.createDeadLetterTopic();

        Await.that("all is committed", () -> topic.lag() == 0);
        assertThat(topic.deadLetters()).hasSize(1);
    }

    @Test
    void stopsVisiblyOnAJavaError() {
        ConsumedTopic topic = consume(event -> {
            throw new StackOverflowError("a Java error");
        });
        topic.send(tweet(1, 1));
        topic.start();

        Await.that("the container has stopped",
                () -> !topic.container().isRunning() || !topic.container().isInExpectedState());
        assertThat(topic.lag()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItStopped() {
        ConsumedTopic topic = consume(this::record);
        topic.send(tweet(1, 1));
        topic.start();
        Await.that("the first is committed", () -> topic.lag() == 0);
        topic.container().stop();
        topic.send(tweet(1, 2));
        topic.start();

        Await.that("the second is committed", () -> topic.lag() == 0);
        assertThat(handled.get(new UserId(1))).containsExactly(new TweetId(1), new TweetId(2));
    }

    private ConsumedTopic consume(Function<TweetEvent, FanoutOutcome> handle) {
        ConsumedTopic made = new ConsumedTopic(handle);
        made.createDeadLetterTopic();
        topic = made;
        return made;
    }

    private FanoutOutcome record(TweetEvent event) {
        handled.computeIfAbsent(event.author(), author -> new CopyOnWriteArrayList<>()).add(event.tweet());
        return new Left();
    }

    private static TweetPosted tweet(long author, long number) {
        return new TweetPosted(new TweetId(number), new UserId(author));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
