package timeline.load.generator;

/** How clients take it that they are refused, hear nothing for a second, or lose their connection. */
public enum Clients {
    /** They give up. */
    RESIGNED(0),
    /** They ask again at once, whatever they were told, up to three times: the excess makes more excess. */
    IMPATIENT(3);

    private final int repetitions;

    Clients(int repetitions) {
        this.repetitions = repetitions;
    }

    /** How often one request is repeated at most. */
    public int repetitions() {
        return repetitions;
    }
}
