package timeline.tweetstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events that are owed to Kafka. Entries come into it through {@link TweetStore} only. Entries that nobody removes are kept for
 * 8 days, a day longer than Kafka itself would keep them.
 *
 * <p>All methods throw {@link TweetsUnavailableException} when the store does not answer in time.
 */
public interface TweetOutbox {
    /**
     * Entries written before the given time; those of one author in the order in which they were written.
     *
     * @param limit how many at most, at least 1; fewer mean that there are no more
     */
    List<OutboxEntry> pending(Instant writtenBefore, int limit);

    /** Removes an entry, whose event the broker has. Settling it again, or one that never was, changes nothing. */
    void settle(OutboxEntry entry);

    /** What is owed at this moment: the gauge to watch, since a healthy outbox is nearly empty and never old. */
    Backlog backlog();

    /**
     * @param entries how many entries there are
     * @param oldest when the oldest of them was written; empty when there are none
     */
    record Backlog(long entries, Optional<Instant> oldest) {
        public static final Backlog NONE = new Backlog(0, Optional.empty());
    }
}
