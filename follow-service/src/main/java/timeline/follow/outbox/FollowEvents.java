package timeline.follow.outbox;

import java.util.List;

/** The topic of follow events. */
public interface FollowEvents {
    /**
     * Publishes events in their order and waits until the broker has acknowledged them or has failed to in time. Never throws for an
     * outage.
     *
     * @return the numbers of the acknowledged entries; the others may have arrived or not
     */
    List<Long> publish(List<OutboxEntry> entries);
}
