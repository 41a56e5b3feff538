package timeline.follow.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import timeline.testkit.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import timeline.follow.Follow;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.TestGraph;
import timeline.id.UserId;
import timeline.outbox.Backlog;

/** What every outbox promises. */
public interface FollowOutboxContract {
    Duration HOLD = Duration.ofSeconds(10);

    TestGraph graph();

    @Test
    default void leavesAnEntryToItsCommitterForAWhile() {
        OutboxEntry entry = entries(1).getFirst();

        assertThat(graph().outbox().claimPending(10, HOLD)).isEmpty();
        graph().pass(TestGraph.LEFT_OVER_AFTER);
        assertThat(graph().outbox().claimPending(10, HOLD)).containsExactly(entry);
    }

    @Test
    default void holdsAClaimedEntryAndGivesItAwayAfterwards() {
        List<OutboxEntry> entries = entries(1);
        graph().pass(TestGraph.LEFT_OVER_AFTER);
        graph().outbox().claimPending(10, HOLD);

        assertThat(graph().outbox().claimPending(10, HOLD)).isEmpty();
        graph().pass(HOLD);
        assertThat(graph().outbox().claimPending(10, HOLD)).isEqualTo(entries);
    }

    @Test
    default void claimsTheOldestFirstInTheirOrder() {
        List<OutboxEntry> entries = entries(5);
        graph().pass(TestGraph.LEFT_OVER_AFTER);

        assertThat(graph().outbox().claimPending(3, HOLD)).isEqualTo(entries.subList(0, 3));
        assertThat(graph().outbox().claimPending(3, HOLD)).isEqualTo(entries.subList(3, 5));
    }

    @Test
    default void forgetsWhatIsSettled() {
        List<OutboxEntry> entries = entries(3);
        graph().outbox().settle(List.of(entries.get(0).number(), entries.get(2).number(), 999_999L));
        graph().outbox().settle(List.of());
        graph().pass(TestGraph.LEFT_OVER_AFTER);

        assertThat(graph().outbox().claimPending(10, HOLD)).containsExactly(entries.get(1));
    }

    @Test
    default void givesNoEntryToTwoConcurrentClaims() {
        List<OutboxEntry> entries = entries(40);
        graph().pass(TestGraph.LEFT_OVER_AFTER);

        List<OutboxEntry> claimed = new ArrayList<>();
        Together.run(16, number -> graph().outbox().claimPending(5, HOLD)).forEach(claimed::addAll);
        claimed.addAll(graph().outbox().claimPending(100, HOLD));

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    default void tellsHowMuchWaitsAndForHowLong() {
        assertThat(graph().outbox().backlog()).isEqualTo(Backlog.NONE);

        entries(2);
        graph().pass(Duration.ofSeconds(5));

        assertThat(graph().outbox().backlog().entries()).isEqualTo(2);
        assertThat(graph().outbox().backlog().age()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private List<OutboxEntry> entries(int count) {
        UserId star = graph().user("star");
        UserId[] fans = graph().users("fan", count);
        return IntStream.range(0, count)
                .mapToObj(i -> ((Changed) graph().follows().follow(new Follow(fans[i], star))).entry()).toList();
    }
}
