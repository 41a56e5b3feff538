package timeline.follow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.follow.Follow;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.FollowStoreContract;
import timeline.follow.GraphUnavailableException;
import timeline.follow.TestGraph;

/** PostgreSQL keeps the contract. */
class PostgresFollowStoreIT implements FollowStoreContract {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }

    /** Whoever asked has been told nothing, has gone elsewhere, and may have asked the opposite there since. */
    @Test
    void nothingIsFollowedForARequestWhoseTimeIsOver() {
        Follow edge = new Follow(graph.user("ada"), graph.user("bob"));

        assertThatThrownBy(() -> Deadline.in(Duration.ZERO).call(() -> graph.follows().follow(edge)))
                .isInstanceOf(GraphUnavailableException.class);

        assertThat(graph.follows().followers(edge.followee(), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(graph.follows().follow(edge)).isInstanceOf(Changed.class);
    }
}
