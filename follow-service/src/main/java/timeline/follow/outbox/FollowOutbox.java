package timeline.follow.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The committed events that are not known to be published. Who commits an event holds it for {@link #GRACE}; after that it is due,
 * and whoever claims it first holds it for the time that they ask for. So an event has one publisher at a time, as long as that one
 * is quick, and another one when it is not.
 *
 * <p>All methods throw {@link timeline.follow.GraphUnavailableException} when the store does not answer in time.
 */
public interface FollowOutbox {
    /** How long the committer of an event may take before the relays do its work. */
    Duration GRACE = Duration.ofSeconds(1);

    /** Takes the oldest due events, in their order, and holds them. Never waits for another claim. */
    List<OutboxEntry> claim(int limit, Duration hold);

    /** Forgets events that the broker has acknowledged. Unknown numbers are ignored. */
    void delete(Collection<Long> numbers);

    Backlog backlog();

    /**
     * What is not known to be published.
     *
     * @param age of the oldest event; zero when there is none
     */
    record Backlog(long events, Duration age) {}
}
