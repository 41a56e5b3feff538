package timeline.follow;

/** The twin keeps the contract. */
class InMemoryFollowStoreTest implements FollowStoreContract {
    private final TestGraph graph = new InMemoryGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
