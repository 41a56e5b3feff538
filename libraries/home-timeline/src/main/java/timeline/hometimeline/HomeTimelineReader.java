package timeline.hometimeline;

import java.util.List;
import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The reader's side of the home timelines.
 *
 * <p>All methods wait no longer than until the deadline that they are given, ask nothing once it has passed, and throw
 * {@link HomeTimelinesUnavailableException} when the cache did not answer in time. Readers then take the database's way (G11).
 */
public interface HomeTimelineReader {
    /** This many of the newest entries are kept, and a few more until the next trim; the database has the rest. */
    int CAPACITY = 800;

    /**
     * Reads newest first, entries older than {@code before}, together with the floor in one atomic step.
     *
     * @param limit how many entries at most, at least 1
     */
    CachedPage page(UserId user, TweetId before, int limit, Deadline deadline);

    /**
     * Begins to build a timeline that is cold. The order is what makes it safe (0 of 105 interleavings lose a tweet, see
     * ADR 0003): begin, <em>then</em> read the graph and the database, then {@link Rebuild#finish}. From begin on, the fan-out
     * adds to the timeline, so what is posted after the database was read is not lost.
     *
     * @return empty when it is not cold any more, or when another reader is building it now; a build whose reader died can be
     *     begun again after 5 s
     */
    Optional<Rebuild> beginRebuild(UserId user, Deadline deadline);

    /** A read of a cached timeline. */
    sealed interface CachedPage {
        /** Not cached, half built, or not to be trusted: says nothing about what there is. */
        record Cold() implements CachedPage {}

        /**
         * The newest entries older than {@code before}. Complete: between two entries, above the first, and down to the floor
         * after the last one if there are fewer entries than the limit, nothing is missing.
         *
         * @param floor from this id on the timeline is complete; {@link TweetId#EARLIEST} when it holds all there is
         */
        record Ready(List<HomeTimelineEntry> entries, TweetId floor) implements CachedPage {}
    }

    /** A build under way, held by one reader. */
    interface Rebuild {
        /**
         * Adds what the database had, and declares the timeline complete from {@code completeFrom} on, unless the build was
         * overtaken meanwhile (evicted, failed over, begun again): then it stays cold. Never removes what the fan-out added.
         *
         * @return whether the timeline is now ready
         */
        boolean finish(List<HomeTimelineEntry> entries, TweetId completeFrom, Deadline deadline);

        /** Gives the build up, so that another reader may begin at once. No effect when the build was overtaken. */
        void abandon(Deadline deadline);
    }
}
