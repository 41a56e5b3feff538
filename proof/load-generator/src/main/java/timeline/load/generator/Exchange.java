package timeline.load.generator;

/** One request and what becomes of it. */
final class Exchange {
    final byte[] request;
    final long due;
    final Tally tally;
    /** How many like it were sent before. */
    final int repetition;
    long sent;
    boolean isSent;
    boolean isEnded;
    /** Its client has asked again. */
    boolean isRepeated;

    Exchange(byte[] request, long due, Tally tally, int repetition) {
        this.request = request;
        this.due = due;
        this.tally = tally;
        this.repetition = repetition;
    }
}
