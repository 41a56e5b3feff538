package timeline.follow.postgres;

import timeline.follow.TestGraph;
import timeline.follow.audience.PushThresholdContract;

/** PostgreSQL keeps the contract. */
class PostgresPushThresholdIT implements PushThresholdContract {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
