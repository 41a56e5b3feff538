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
import timeline.follow.outbox.FollowOutbox.Backlog;
import timeline.id.UserId;

/** What every outbox promises. */
public interface FollowOutboxContract {
    Duration HOLD = Duration.ofSeconds(10);

    TestGraph graph();

    @Test
    default void leavesAnEventToItsCommitterForTheGraceTime() {
        OutboxEntry entry = entries(1).getFirst();

        assertThat(graph().outbox().claim(10, HOLD)).isEmpty();
        graph().pass(FollowOutbox.GRACE);
        assertThat(graph().outbox().claim(10, HOLD)).containsExactly(entry);
    }

    @Test
    default void holdsAClaimedEventAndGivesItAwayAfterwards() {
        List<OutboxEntry> entries = entries(1);
        graph().pass(FollowOutbox.GRACE);
        graph().outbox().claim(10, HOLD);

        assertThat(graph().outbox().claim(10, HOLD)).isEmpty();
        graph().pass(HOLD);
        assertThat(graph().outbox().claim(10, HOLD)).isEqualTo(entries);
    }

    @Test
    default void claimsTheOldestFirstInTheirOrder() {
        List<OutboxEntry> entries = entries(5);
        graph().pass(FollowOutbox.GRACE);

        assertThat(graph().outbox().claim(3, HOLD)).isEqualTo(entries.subList(0, 3));
        assertThat(graph().outbox().claim(3, HOLD)).isEqualTo(entries.subList(3, 5));
    }

    @Test
    default void forgetsWhatIsDeleted() {
        List<OutboxEntry> entries = entries(3);
        graph().outbox().delete(List.of(entries.get(0).number(), entries.get(2).number(), 999_999L));
        graph().outbox().delete(List.of());
        graph().pass(FollowOutbox.GRACE);

        assertThat(graph().outbox().claim(10, HOLD)).containsExactly(entries.get(1));
    }

    @Test
    default void givesNoEventToTwoConcurrentClaims() {
        List<OutboxEntry> entries = entries(40);
        graph().pass(FollowOutbox.GRACE);

        List<OutboxEntry> claimed = new ArrayList<>();
        Together.run(16, number -> graph().outbox().claim(5, HOLD)).forEach(claimed::addAll);
        claimed.addAll(graph().outbox().claim(100, HOLD));

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    default void tellsHowMuchWaitsAndForHowLong() {
        assertThat(graph().outbox().backlog()).isEqualTo(new Backlog(0, Duration.ZERO));

        entries(2);
        graph().pass(Duration.ofSeconds(5));

        assertThat(graph().outbox().backlog().events()).isEqualTo(2);
        assertThat(graph().outbox().backlog().age()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private List<OutboxEntry> entries(int count) {
        UserId star = graph().user("star");
        UserId[] fans = graph().users("fan", count);
        return IntStream.range(0, count)
                .mapToObj(i -> ((Changed) graph().follows().follow(new Follow(fans[i], star))).event()).toList();
    }
}
