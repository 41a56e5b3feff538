package timeline.follow.postgres;

import timeline.follow.TestGraph;
import timeline.follow.audience.PullSetContract;

/** PostgreSQL keeps the contract. */
class PostgresPullSetIT implements PullSetContract {
    private final TestGraph graph = TestDatabase.emptyGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
