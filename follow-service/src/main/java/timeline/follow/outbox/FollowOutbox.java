package timeline.follow.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import timeline.outbox.Backlog;

/**
 * The events that are owed to Kafka. Whoever commits an event holds its entry for a while, to publish it promptly; after that it is pending,
 * and whoever claims it first holds it for the time that they ask for. So an entry has one publisher at a time, as long as that one is
 * quick, and another one when it is not. The outbox of tweets is only looked at, since Cassandra has nothing like a row that is locked and
 * skipped: there two relays may publish the same entry.
 *
 * <p>All methods throw {@link timeline.follow.GraphUnavailableException} when the store does not answer in time.
 */
public interface FollowOutbox {
    /** Longer than to publish what one claim brings may take, so that a slow broker does not make two relays publish the same entry. */
    Duration HOLD = Duration.ofSeconds(5);

    /** Takes the oldest pending entries, in their order, and holds them. Never waits for another claim. */
    List<OutboxEntry> claimPending(int limit, Duration hold);

    /** Removes entries, whose events the broker has, by their numbers. Unknown ones are ignored. */
    void settle(Collection<Long> numbers);

    /** By the store's clock, which dates the entries: the services' clocks may differ from it. */
    Backlog backlog();
}
