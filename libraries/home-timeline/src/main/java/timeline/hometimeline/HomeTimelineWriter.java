package timeline.hometimeline;

import java.util.Collection;
import java.util.List;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The fan-out's side of the home timelines. Every method is idempotent, and only ever adds to timelines that exist: who has not
 * read for long has none, and pays nothing.
 *
 * <p>All methods throw {@link HomeTimelinesUnavailableException} when a part of the cache did not answer in time; what they did by
 * then stays, and repeating the call completes it.
 */
public interface HomeTimelineWriter {
    /**
     * A timeline that holds more entries than this is trimmed to its newest {@link HomeTimelineReader#CAPACITY}, which raises its
     * floor in the same step. Trimming on one push in a hundred instead of on each is what makes a push cheap.
     */
    int OVERFULL = HomeTimelineReader.CAPACITY + 100;

    /**
     * Fan-out on write: adds one tweet to the timelines of many followers, in two round trips for each node of the cache.
     *
     * @return how many timelines took it; the others are not cached
     */
    int push(HomeTimelineEntry entry, Collection<UserId> followers);

    /**
     * Adds an author's older tweets to timelines, after a follow or when an author stops being pulled.
     *
     * @param completeFrom from this id on, the timelines lack no tweet of the author once the entries are added. Where a timeline
     *     claims to be complete from an earlier id, its floor is raised to this one in the same step: else it would claim what it
     *     does not hold. {@link TweetId#EARLIEST} when the entries are all that was missing.
     */
    void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers);

    /** Removes a deleted tweet, as hygiene: readers look every tweet up and drop the deleted themselves (G8). */
    void remove(HomeTimelineEntry entry, Collection<UserId> followers);
}
