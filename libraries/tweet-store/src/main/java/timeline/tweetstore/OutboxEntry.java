package timeline.tweetstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import timeline.event.TweetEvent;

/**
 * An event that is owed to Kafka: written in the same atomic step as what it tells of, removed when the broker has acknowledged it
 * (ADR 0002).
 *
 * @param writtenAt when it was written by the writer's clock, to the millisecond
 */
public record OutboxEntry(Instant writtenAt, TweetEvent event) {
    public OutboxEntry {
        writtenAt = writtenAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
