package timeline.hometimeline;

import java.util.Collection;
import timeline.deadline.Deadline;
import timeline.id.UserId;

/**
 * The fan-out's side of the home timelines. Every method is idempotent, and only ever adds to timelines that exist: who has not
 * read for long has none, and pays nothing.
 *
 * <p>All methods wait no longer than until the deadline that they are given, and throw {@link HomeTimelinesUnavailableException} when
 * a part of the cache did not answer in time; what they did by then stays, and repeating the call completes it.
 */
public interface HomeTimelineWriter extends HomeTimelineBackfill {
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
    int push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline);

    /** Removes a deleted tweet, as hygiene: readers look every tweet up and drop the deleted themselves (G8). */
    void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline);
}
