package timeline.fanout;

/** What became of an event. */
public sealed interface FanoutOutcome {
    /**
     * In every cached timeline of a follower, but for those that a part of the cache did not take.
     *
     * @param followers how many there are
     * @param delivered how many of them have a cached timeline; the others find the tweet in the database when they come back
     * @param missed how many of them may have a timeline that lacks the tweet, and are still owed it: with a lost part of the cache
     * @param ledOut whether the author left the pull set on the way
     */
    record Pushed(long followers, long delivered, long missed, boolean ledOut) implements FanoutOutcome {}

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

    /** A new follower's timeline is in a lost part of the cache, and is still owed the author's older tweets: its reader pulls them. */
    record BackfillOwed() implements FanoutOutcome {}

    /** Whether the event asks for nothing more: whoever has to have the tweet has it, or is told where it is. */
    default boolean isComplete() {
        return switch (this) {
            case Pushed pushed -> pushed.missed() == 0;
            case BackfillOwed owed -> false;
            case LeftToReaders _,Removed _,Backfilled _,Ignored _ -> true;
        };
    }

    /** Nothing had to be done. */
    record Ignored() implements FanoutOutcome {}
}
