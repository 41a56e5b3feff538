package timeline.fanout.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import timeline.fanout.FanoutOutcome.LeftToReaders;
import timeline.fanout.Progress;
import timeline.fanout.UnfinishedException;
import timeline.fanout.kafka.EventSource.Handling;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;

/** What becomes of records when handling them succeeds, fails, or fails for a while (G10). */
@Timeout(90)
class EventConsumersIT {
    private static final Duration LONG_TURN = Duration.ofSeconds(10);

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
    void goesOnInTheNextTurnWithWhatOneTurnIsTooShortFor() {
        Set<Progress> kept = ConcurrentHashMap.newKeySet();
        AtomicInteger turns = new AtomicInteger();
        ConsumedTopic topic = consume((event, progress, turn) -> {
            kept.add(progress);
            if (event.tweet().value() == 1 && turns.incrementAndGet() < 4) {
                Await.that("the turn is over", turn::hasPassed);
                throw new UnfinishedException();
            }
            return record(event);
        }, Duration.ofMillis(200));
        topic.send(tweet(1, 1));
        topic.send(tweet(1, 2));
        topic.send(tweet(4, 3));
        topic.start();

        Await.that("all is committed", () -> topic.lag() == 0);
        assertThat(handled.get(new UserId(1))).as("in order, once").containsExactly(new TweetId(1), new TweetId(2));
        assertThat(handled.get(new UserId(4))).as("once").containsExactly(new TweetId(3));
        assertThat(kept).as("one progress for each event, over all turns").hasSize(3);
        assertThat(topic.deadLetters()).isEmpty();
        assertThat(topic.meters.get("timeline.fanout.unfinished").counter().count()).isGreaterThanOrEqualTo(3);
        assertThat(topic.meters.find("timeline.fanout.outages").counter()).as("it is no outage").isNull();
    }

    @Test
    void keepsGarbageUntilItCanBePutAside() {
        topic = new ConsumedTopic((event, progress, turn) -> record(event), LONG_TURN);
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
        return consume((event, progress, turn) -> handle.apply(event), LONG_TURN);
    }

    private ConsumedTopic consume(Handling<TweetEvent> handle, Duration turn) {
        ConsumedTopic made = new ConsumedTopic(handle, turn);
        made.createDeadLetterTopic();
        topic = made;
        return made;
    }

    private FanoutOutcome record(TweetEvent event) {
        handled.computeIfAbsent(event.author(), author -> new CopyOnWriteArrayList<>()).add(event.tweet());
        return new LeftToReaders();
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
