package timeline.follow.postgres;

import timeline.follow.TestGraph;
import timeline.follow.UsersContract;

/** PostgreSQL keeps the contract. */
class PostgresUsersIT implements UsersContract {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
