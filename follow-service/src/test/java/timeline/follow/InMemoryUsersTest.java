package timeline.follow;

/** The twin keeps the contract. */
class InMemoryUsersTest implements UsersContract {
    private final TestGraph graph = new InMemoryGraph();

    @Override
    public TestGraph graph() {
        return graph;
    }
}
