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
     * Fan-out on write: adds one tweet to the timelines of many followers, in one round trip for each node of the cache.
     *
     * @return how many timelines took it; the others are not cached
     */
    int push(HomeTimelineEntry entry, Collection<UserId> followers);

    /**
     * Adds an author's older tweets to one timeline, after a follow or when an author stops being pulled.
     *
     * @param completeFrom the author's tweets are all among the entries from this id on. Where the timeline claims to be complete
     *     from an earlier id, its floor is raised to this one in the same step: else it would claim what it does not hold.
     *     {@link TweetId#EARLIEST} when the entries hold all there is.
     */
    void backfill(UserId follower, List<HomeTimelineEntry> entries, TweetId completeFrom);

    /** Removes a deleted tweet, as hygiene: readers look every tweet up and drop the deleted themselves (G8). */
    void remove(HomeTimelineEntry entry, Collection<UserId> followers);
}
