package timeline.hometimeline;

import java.util.Collection;
import timeline.deadline.Deadline;
import timeline.id.UserId;

/**
 * The fan-out's side of the home timelines. Every method is idempotent, and only ever adds to timelines that exist: who has not
 * read for long has none, and pays nothing.
 *
 * <p>All methods wait no longer than until the deadline that they are given, and throw {@link HomeTimelinesUnavailableException} when
 * that is too soon, or when there is nobody to send anything to: no part of the cache is known. What they did by then stays, and
 * repeating the call completes it. A push and a removal go to each part of the cache by itself: one that does not take them delays no
 * other, and is no exception.
 */
public interface HomeTimelineWriter extends HomeTimelineBackfill {
    /**
     * A timeline that holds more entries than this is trimmed to its newest {@link HomeTimelineReader#CAPACITY}, which raises its
     * floor in the same step. Trimming on one push in a hundred instead of on each is what makes a push cheap.
     */
    int OVERFULL = HomeTimelineReader.CAPACITY + 100;

    /**
     * Fan-out on write: adds one tweet to the timelines of many followers, in two round trips for each node of the cache. Only a push that
     * {@link Taken#isEverywhere everybody took} has brought the tweet to its readers: else it is still owed to them (ADR 0026).
     */
    Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline);

    /**
     * Removes a deleted tweet, as hygiene: readers look every tweet up and drop the deleted themselves (G8). So what a part of the cache
     * keeps that did not answer is nobody's trouble.
     */
    void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline);

    /**
     * What came of a push.
     *
     * @param timelines that took the tweet; those who have no timeline are not among them
     * @param missed followers who may have a timeline that did not take it: the part of the cache that has them did not answer
     */
    record Taken(int timelines, int missed) {
        /** Whether every timeline has the tweet. */
        public boolean isEverywhere() {
            return missed == 0;
        }
    }
}
