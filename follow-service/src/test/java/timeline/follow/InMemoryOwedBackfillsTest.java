package timeline.follow;

/** The twin keeps the contract. */
class InMemoryOwedBackfillsTest implements OwedBackfillsContract {
    private final TestGraph graph = new InMemoryGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
