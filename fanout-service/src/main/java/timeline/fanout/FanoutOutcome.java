package timeline.fanout;

/** What became of an event. */
public sealed interface FanoutOutcome {
    /**
     * In every follower's cached timeline.
     *
     * @param followers how many there are
     * @param delivered how many of them have a cached timeline; the others find the tweet in the database when they come back
     * @param ledOut whether the author left the pull set on the way
     */
    record Pushed(long followers, long delivered, boolean ledOut) implements FanoutOutcome {}

    /** Left to the readers. */
    record LeftToReaders() implements FanoutOutcome {}

    /** A deleted tweet's entries are gone, where there were any. */
    record Removed() implements FanoutOutcome {}

    /**
     * A new follower's timeline has the author's older tweets, if it is cached.
     *
     * @param tweets how many
     */
    record Backfilled(int tweets) implements FanoutOutcome {}

    /** Nothing had to be done. */
    record Ignored() implements FanoutOutcome {}
}
