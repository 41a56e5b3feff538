package timeline.follow.postgres;

import timeline.follow.TestGraph;
import timeline.follow.FollowStoreContract;

/** PostgreSQL keeps the contract. */
class PostgresFollowStoreIT implements FollowStoreContract {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
