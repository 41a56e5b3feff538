package timeline.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.event.FollowEvent.Followed;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.audience.Following;
import timeline.follow.audience.FollowingVersion;
import timeline.id.UserId;

/** What every book of owed backfills promises. */
public interface OwedBackfillsContract {
    TestGraph graph();

    @Test
    default void aFollowOwesItsBackfillAndItsEventNamesTheDebt() {
        Follow edge = edge("ada", "bob");

        OwedBackfill owed = follow(edge);

        assertThat(all()).containsExactly(owed);
        assertThat(owedTo(edge.follower())).containsExactly(edge.followee().value());
    }

    @Test
    default void whatIsSettledIsNotOwedAnyMoreAndItsReaderIsToldSo() {
        Follow edge = edge("ada", "bob");
        OwedBackfill owed = follow(edge);
        FollowingVersion before = graph().audiences().version(edge.follower());

        graph().owedBackfills().settle(List.of(owed));

        assertThat(all()).isEmpty();
        Following now = graph().audiences().following(edge.follower());
        assertThat(now.owed().toArray()).isEmpty();
        assertThat(now.following().toArray()).containsExactly(edge.followee().value());
        assertThat(now.version()).isNotEqualTo(before)
                .isEqualTo(graph().audiences().version(edge.follower()));
    }

    @Test
    default void settlingOnceMoreChangesNothing() {
        Follow edge = edge("ada", "bob");
        OwedBackfill owed = follow(edge);
        graph().owedBackfills().settle(List.of(owed));
        FollowingVersion before = graph().audiences().version(edge.follower());

        graph().owedBackfills().settle(List.of(owed, new OwedBackfill(TestGraph.NOBODY, edge.followee(), 1)));

        assertThat(graph().audiences().version(edge.follower())).isEqualTo(before);
    }

    @Test
    default void anUnfollowTakesTheDebtAlong() {
        Follow edge = edge("ada", "bob");
        follow(edge);

        graph().follows().unfollow(edge);

        assertThat(all()).isEmpty();
        assertThat(owedTo(edge.follower())).isEmpty();
    }

    /** What was posted between the two follows was pushed to nobody for the first, and brought by nobody for the second. */
    @Test
    default void whatWasBroughtForAnEarlierFollowSettlesNothing() {
        Follow edge = edge("ada", "bob");
        OwedBackfill first = follow(edge);
        graph().follows().unfollow(edge);
        OwedBackfill second = follow(edge);

        graph().owedBackfills().settle(List.of(first));

        assertThat(all()).containsExactly(second);
        assertThat(owedTo(edge.follower())).containsExactly(edge.followee().value());
    }

    @Test
    default void settlesManyOfManyFollowersAtOnce() {
        UserId star = graph().user("star");
        UserId other = graph().user("other");
        List<OwedBackfill> paid = new ArrayList<>();
        for (UserId fan : graph().users("fan", 5)) {
            paid.addFirst(follow(new Follow(fan, star)));
            paid.add(follow(new Follow(fan, other)));
        }
        OwedBackfill left = paid.removeLast();

        graph().owedBackfills().settle(paid);

        assertThat(all()).containsExactly(left);
    }

    @Test
    default void theOldestComeFirstAndTheYoungestNotAtAll() {
        UserId star = graph().user("star");
        UserId[] fans = graph().users("fan", 3);
        OwedBackfill oldest = follow(new Follow(fans[0], star));
        graph().pass(Duration.ofSeconds(20));
        OwedBackfill older = follow(new Follow(fans[1], star));
        graph().pass(Duration.ofSeconds(20));
        follow(new Follow(fans[2], star));

        assertThat(graph().owedBackfills().oldest(Duration.ofSeconds(15), 10)).containsExactly(oldest, older);
        assertThat(graph().owedBackfills().oldest(Duration.ofSeconds(15), 1)).containsExactly(oldest);
        assertThat(graph().owedBackfills().oldest(Duration.ofSeconds(30), 10)).containsExactly(oldest);
    }

    private Follow edge(String follower, String followee) {
        return new Follow(graph().user(follower), graph().user(followee));
    }

    private OwedBackfill follow(Follow edge) {
        Changed changed = (Changed) graph().follows().follow(edge);
        Followed event = (Followed) changed.entry().event();
        return new OwedBackfill(event.follower(), event.author(), event.number().orElseThrow());
    }

    private List<OwedBackfill> all() {
        return graph().owedBackfills().oldest(Duration.ZERO, 100);
    }

    private long[] owedTo(UserId reader) {
        return graph().audiences().following(reader).owed().toArray();
    }
}
