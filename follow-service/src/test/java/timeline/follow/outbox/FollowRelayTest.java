package timeline.follow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.follow.GraphUnavailableException;
import timeline.id.UserId;
import timeline.outbox.Delivery;
import timeline.outbox.OutboxRelay;
import timeline.outbox.RelayRound;
import timeline.testkit.ManualClock;

/** The relay on an outbox that hands its entries out. */
class FollowRelayTest {
    private static final Duration LEFT_OVER_AFTER = Duration.ofSeconds(2);

    private final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");
    private final InMemoryFollowOutbox outbox = new InMemoryFollowOutbox(clock, LEFT_OVER_AFTER);
    private final List<FollowEvent> stored = new ArrayList<>();
    private int accepted = Integer.MAX_VALUE;
    private final OutboxRelay<OutboxEntry> relay = new OutboxRelay<>(
            limit -> outbox.claimPending(limit, FollowOutbox.HOLD),
            new Delivery<>(entry -> publish(entry.event()),
                    new FollowSettler(outbox, GraphUnavailableException.class, Runnable::run)),
            10);

    @Test
    void leavesYoungEntriesToTheirCommitter() {
        commit(3);

        assertThat(relay.relay()).isEqualTo(new RelayRound(0, 0, false));
        assertThat(stored).isEmpty();
    }

    @Test
    void publishesWhatIsLeftOverInItsOrderAndSettlesIt() {
        List<FollowEvent> events = commit(13);
        clock.advance(LEFT_OVER_AFTER);

        assertThat(relay.relay()).isEqualTo(new RelayRound(10, 10, true));
        assertThat(relay.relay()).isEqualTo(new RelayRound(3, 3, false));
        assertThat(stored).isEqualTo(events);
        assertThat(outbox.backlog().entries()).isZero();
    }

    @Test
    void triesAgainWhatWasRefusedWhenItsHoldHasEnded() {
        commit(8);
        clock.advance(LEFT_OVER_AFTER);
        accepted = 4;
        assertThat(relay.relay()).isEqualTo(new RelayRound(8, 4, false));
        assertThat(relay.relay()).as("still held").isEqualTo(new RelayRound(0, 0, false));

        accepted = Integer.MAX_VALUE;
        clock.advance(FollowOutbox.HOLD);
        assertThat(relay.relay()).isEqualTo(new RelayRound(4, 4, false));
        assertThat(outbox.backlog().entries()).isZero();
    }

    @Test
    void publishesTwiceWhatAnotherOneHeldForTooLong() {
        FollowEvent event = commit(1).getFirst();
        clock.advance(LEFT_OVER_AFTER);
        List<OutboxEntry> heldByAnother = outbox.claimPending(10, Duration.ofSeconds(2));
        assertThat(relay.relay()).isEqualTo(new RelayRound(0, 0, false));

        clock.advance(Duration.ofSeconds(2));
        assertThat(relay.relay()).isEqualTo(new RelayRound(1, 1, false));
        var _ = publish(heldByAnother.getFirst().event());
        outbox.settle(List.of(heldByAnother.getFirst().number()));
        assertThat(stored).containsExactly(event, event);
    }

    private List<FollowEvent> commit(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> outbox.add(new Followed(new UserId(i), new UserId(99))).event()).toList();
    }

    private CompletableFuture<?> publish(FollowEvent event) {
        if (stored.size() >= accepted) {
            return CompletableFuture.failedFuture(new IllegalStateException("refused"));
        }
        return CompletableFuture.completedFuture(stored.add(event));
    }
}
