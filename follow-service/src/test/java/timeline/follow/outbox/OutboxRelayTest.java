package timeline.follow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import timeline.event.FollowEvent.Followed;
import timeline.id.UserId;
import timeline.testkit.ManualClock;

class OutboxRelayTest {
    private final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");
    private final InMemoryFollowOutbox outbox = new InMemoryFollowOutbox(clock);
    private final RecordedEvents events = new RecordedEvents();
    private final OutboxRelay relay = new OutboxRelay(outbox, events, 10);

    @Test
    void leavesYoungEventsToTheirCommitter() {
        commit(3);

        assertThat(relay.relayDue()).isZero();
        assertThat(events.published()).isEmpty();
    }

    @Test
    void publishesEverythingThatIsDueInItsOrderAndForgetsIt() {
        commit(25);
        clock.advance(FollowOutbox.GRACE);

        assertThat(relay.relayDue()).isEqualTo(25);
        assertThat(events.published()).isEqualTo(LongStream.rangeClosed(1, 25).boxed().toList());
        assertThat(outbox.backlog().events()).isZero();
    }

    @Test
    void stopsAtTheFirstRefusalAndTriesAgainWhenItsHoldHasEnded() {
        commit(25);
        clock.advance(FollowOutbox.GRACE);
        events.accept(4);

        assertThat(relay.relayDue()).isEqualTo(4);
        assertThat(outbox.backlog().events()).isEqualTo(21);

        events.accept(Integer.MAX_VALUE);
        clock.advance(OutboxRelay.HOLD);
        assertThat(relay.relayDue()).isEqualTo(21);
        assertThat(outbox.backlog().events()).isZero();
    }

    @Test
    void publishesTwiceWhatAnotherPublisherHeldForTooLong() {
        commit(1);
        clock.advance(FollowOutbox.GRACE);
        List<OutboxEntry> heldByAnother = outbox.claim(10, Duration.ofSeconds(2));
        assertThat(relay.relayDue()).isZero();

        clock.advance(Duration.ofSeconds(2));
        assertThat(relay.relayDue()).isEqualTo(1);
        assertThat(events.publish(heldByAnother)).containsExactly(1L);
        outbox.delete(List.of(1L));
        assertThat(events.published()).containsExactly(1L, 1L);
    }

    private void commit(int count) {
        for (int i = 1; i <= count; i++) {
            outbox.add(new Followed(new UserId(i), new UserId(99)));
        }
    }
}
