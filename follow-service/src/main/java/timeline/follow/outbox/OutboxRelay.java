package timeline.follow.outbox;

import java.time.Duration;
import java.util.List;

/**
 * Publishes the events that their committer did not: because it died, Kafka was down, or its queue was full. Any number of relays may
 * run; they do not take each other's events.
 */
public final class OutboxRelay {
    /** Longer than a publish may take, so that a slow broker does not make two relays publish the same event. */
    static final Duration HOLD = Duration.ofSeconds(5);

    private final FollowOutbox outbox;
    private final FollowEvents events;
    private final int batchEvents;

    /** @param batchEvents how many events are published in one go, at least 1 */
    public OutboxRelay(FollowOutbox outbox, FollowEvents events, int batchEvents) {
        this.outbox = outbox;
        this.events = events;
        this.batchEvents = batchEvents;
    }

    /**
     * Publishes batch after batch until nothing is due, or the broker refuses something: then the rest would fail as well, and is
     * tried again by a later call.
     *
     * @return how many events were published
     */
    public int relayDue() {
        int published = 0;
        while (true) {
            List<OutboxEntry> due = outbox.claim(batchEvents, HOLD);
            List<Long> acknowledged = due.isEmpty() ? List.of() : events.publish(due);
            if (!acknowledged.isEmpty()) {
                outbox.delete(acknowledged);
            }
            published += acknowledged.size();
            if (acknowledged.size() < batchEvents) {
                return published;
            }
        }
    }
}
