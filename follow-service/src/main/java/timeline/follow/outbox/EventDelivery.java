package timeline.follow.outbox;

/** Takes a committed event to be published at once, best effort. */
@FunctionalInterface
public interface EventDelivery {
    /** Returns at once, whatever the state of the broker. What is not delivered stays in the outbox. */
    void offer(OutboxEntry entry);
}
