package timeline.follow.postgres;

import timeline.follow.TestGraph;
import timeline.follow.outbox.FollowOutboxContract;

/** PostgreSQL keeps the contract. */
class PostgresFollowOutboxIT implements FollowOutboxContract {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
