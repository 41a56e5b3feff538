package timeline.follow.postgres;

import timeline.follow.TestGraph;
import timeline.follow.audience.AudiencesContract;

/** PostgreSQL keeps the contract. */
class PostgresAudiencesIT implements AudiencesContract {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
