package timeline.follow.postgres;

import timeline.follow.TestGraph;
import timeline.follow.OwedBackfillsContract;

/** PostgreSQL keeps the contract. */
class PostgresOwedBackfillsIT implements OwedBackfillsContract {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
