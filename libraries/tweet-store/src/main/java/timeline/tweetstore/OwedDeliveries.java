package timeline.tweetstore;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The book of debts: the tweets that are owed to the home timelines (ADR 0026). Entries come into it through {@link TweetStore#post} only,
 * and stay until they are settled, whatever dies; what nobody settles is kept for 8 days.
 *
 * <p>All methods throw {@link TweetsUnavailableException} when the store does not answer in time.
 */
public interface OwedDeliveries {
    /**
     * Entries written before the given time, the oldest ones of each author first.
     *
     * @param limit how many at most, at least 1; fewer mean that there are no more
     */
    List<OwedDelivery> pending(Instant writtenBefore, int limit);

    /**
     * Entries written at or after the given time, in no particular order. Meant for a time not long ago: what was written since then is
     * looked for in one step, whether anything is owed or not.
     */
    List<OwedDelivery> writtenSince(Instant time);

    /**
     * The newest entries.
     *
     * @param limit how many at most, at least 1
     */
    Newest newest(int limit);

    /**
     * What is owed, or the newest of it.
     *
     * @param entries in no particular order
     * @param all whether there are no older ones
     */
    record Newest(List<OwedDelivery> entries, boolean all) {
        public Newest {
            entries = List.copyOf(entries);
        }
    }

    /** Removes entries whose tweets are delivered. Settling them again, or some that never were, changes nothing. */
    void settle(Collection<OwedDelivery> delivered);
}
