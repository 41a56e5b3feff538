package timeline.follow.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.follow.Follow;
import timeline.follow.FollowOutcome.Changed;
import timeline.follow.OwedBackfill;
import timeline.follow.TestGraph;
import timeline.follow.OwedBackfillsContract;

/** PostgreSQL keeps the contract. */
class PostgresOwedBackfillsIT implements OwedBackfillsContract {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }

    /** An instance that knows of no debts removes an edge, and leaves the debt behind. */
    @Test
    void aDebtThatWasLeftBehindIsReplacedByThatOfTheNextFollow() {
        Follow edge = new Follow(graph.user("ada"), graph.user("bob"));
        graph.follows().follow(edge);
        OwedBackfill left = owed();
        JdbcClient.create(TestDatabase.pool()).sql("DELETE FROM follows").update();

        assertThat(graph.follows().follow(edge)).isInstanceOf(Changed.class);
        assertThat(owed().number()).isGreaterThan(left.number());
    }

    private OwedBackfill owed() {
        List<OwedBackfill> all = graph.owedBackfills().oldest(Duration.ZERO, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
