package timeline.follow.outbox;

import timeline.follow.InMemoryGraph;
import timeline.follow.TestGraph;

/** The twin keeps the contract. */
class InMemoryFollowOutboxTest implements FollowOutboxContract {
    private final TestGraph graph = new InMemoryGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
