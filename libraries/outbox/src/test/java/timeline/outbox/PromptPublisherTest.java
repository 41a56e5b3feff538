package timeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import timeline.testkit.Await;
import timeline.testkit.ManualClock;

class PromptPublisherTest {
    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final OwedNumbers outbox = new OwedNumbers();
    private final RecordedLog log = new RecordedLog();
    private final List<Throwable> defects = new CopyOnWriteArrayList<>();
    private final PromptPublisher<Long> publisher = new PromptPublisher<>(new Delivery<>(log::publish, outbox),
            Duration.ofSeconds(2), clock, defects::add);
    private final CountDownLatch brokerIsAsked = new CountDownLatch(1);
    private final CountDownLatch brokerAnswers = new CountDownLatch(1);

    @AfterEach
    void close() {
        brokerAnswers.countDown();
        log.setSilent(false);
        publisher.close();
    }

    @Test
    void publishesAtOnceAndSettlesOnTheBrokersAnswer() {
        log.setSilent(true);
        publish(1);
        Await.that("the event is sent", () -> log.stored().contains(1L));
        assertThat(outbox.count()).as("still owed without an answer").isEqualTo(1);

        log.setSilent(false);
        Await.that("the entry is settled", () -> outbox.count() == 0);
        Await.that("it is counted", () -> publisher.published() == 1);
    }

    @Test
    void leavesARefusedEventToTheRelay() {
        log.refuse(event -> true);
        publish(1);

        Await.that("it is counted", () -> publisher.leftToRelay() == 1);
        assertThat(outbox.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource
    void goesOnWhateverHappensToOneEvent(Throwable thrown) {
        log.throwing(event -> event == 1 ? Optional.of(thrown) : Optional.empty());
        publish(2);

        Await.that("the next one is published", () -> log.stored().contains(2L));
        assertThat(publisher.leftToRelay()).isEqualTo(1);
        assertThat(publisher.failures()).isEqualTo(1);
        assertThat(defects).containsExactly(thrown);
    }

    static Stream<Throwable> goesOnWhateverHappensToOneEvent() {
        return Stream.of(new IllegalStateException("the producer is fenced"),
                new OutOfMemoryError("no room for a record"));
    }

    @Test
    void leavesAnEventThatWaitedTooLongToTheRelay() {
        holdTheBrokerAt(1);
        publish(2);
        await(brokerIsAsked);
        clock.advance(Duration.ofMillis(2_001));
        brokerAnswers.countDown();

        Await.that("the second one is left", () -> publisher.leftToRelay() == 1);
        assertThat(log.stored()).containsExactly(1L);
    }

    @Test
    void keepsTheOrder() {
        publish(1_000);
        publisher.close();

        assertThat(log.stored()).isEqualTo(LongStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(outbox.count()).isZero();
    }

    @Test
    void neverMakesARequestWaitHoweverSlowTheBroker() {
        holdTheBrokerAt(1);

        publish(PromptPublisher.WAITING_ENTRIES + 2_000);

        assertThat(publisher.leftToRelay()).isBetween(1_999L, 2_000L);
        assertThat(outbox.count()).isEqualTo(PromptPublisher.WAITING_ENTRIES + 2_000);
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void closingWaitsForWhatWasTaken() {
        log.setSilent(true);
        publish(1);
        Thread closing = Thread.startVirtualThread(publisher::close);
        Await.that("the event is sent", () -> log.stored().size() == 1);
        assertThat(closing.isAlive()).isTrue();

        log.setSilent(false);
        Await.that("closed", () -> !closing.isAlive());
        assertThat(outbox.count()).isZero();
    }

    @Test
    void afterClosingEverythingIsLeftToTheRelay() {
        publisher.close();
        publish(1);

        assertThat(publisher.leftToRelay()).isEqualTo(1);
        assertThat(log.stored()).isEmpty();
    }

    private void publish(int count) {
        outbox.owe(count).forEach(publisher::publishPromptly);
    }

    /** To publish it takes until the broker answers. */
    private void holdTheBrokerAt(long held) {
        log.throwing(event -> {
            if (event == held) {
                brokerIsAsked.countDown();
                await(brokerAnswers);
            }
            return Optional.empty();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
