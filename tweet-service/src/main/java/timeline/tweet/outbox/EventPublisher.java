package timeline.tweet.outbox;

import timeline.tweetstore.OutboxEntry;

/** Tries to get an event out now. */
@FunctionalInterface
public interface EventPublisher {
    /** Returns at once, whatever becomes of the event: it is owed, and what is not published now is published later. */
    void publishSoon(OutboxEntry entry);
}
