package timeline.home.bodies;

class InMemoryDeletionsTest implements DeletionsContract {
    private final InMemoryDeletions deletions = new InMemoryDeletions("one", "two");

    @Override
    public Deletions deletions() {
        return deletions;
    }

    @Override
    public InMemoryDeletions instances() {
        return deletions;
    }

    @Override
    public String nameOf(String instance) {
        return instance;
    }
}
