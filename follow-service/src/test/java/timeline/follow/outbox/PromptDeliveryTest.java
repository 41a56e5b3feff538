package timeline.follow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.event.FollowEvent.Followed;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.ManualClock;

class PromptDeliveryTest {
    private final InMemoryFollowOutbox outbox = new InMemoryFollowOutbox(ManualClock.at("2026-01-01T00:00:00Z"));
    private final RecordedEvents events = new RecordedEvents();
    private final PromptDelivery delivery = new PromptDelivery(outbox, events);
    private final Thread thread = Thread.ofVirtual().start(delivery);

    @AfterEach
    void stop() {
        thread.interrupt();
    }

    @Test
    void publishesInTheOrderOfTheOffersAndForgets() {
        offer(1_000);

        Await.that("all are published", () -> outbox.backlog().events() == 0);
        assertThat(events.published()).isEqualTo(LongStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(delivery.leftToRelay()).isZero();
    }

    @Test
    void leavesInTheOutboxWhatTheBrokerDoesNotTake() {
        events.accept(0);
        offer(20);

        Await.that("all are given up", () -> delivery.leftToRelay() == 20);
        assertThat(outbox.backlog().events()).isEqualTo(20);

        events.accept(Integer.MAX_VALUE);
        offer(1);
        Await.that("the next one is published", () -> events.published().equals(List.of(21L)));
    }

    @Test
    void neverMakesAnOfferWaitHoweverSlowTheBroker() {
        events.holdAt(new CountDownLatch(1));

        offer(PromptDelivery.QUEUE_EVENTS + 2_000);

        assertThat(delivery.leftToRelay()).isBetween(1L, 2_000L);
        assertThat(outbox.backlog().events()).isEqualTo(PromptDelivery.QUEUE_EVENTS + 2_000L);
    }

    private void offer(int count) {
        for (int i = 1; i <= count; i++) {
            delivery.offer(outbox.add(new Followed(new UserId(i), new UserId(1_000_000))));
        }
    }
}
