package timeline.tweetstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * A tweet that is owed to the home timelines: written in the same atomic step as the tweet, removed when it is in every timeline that has
 * to have it, or its readers pull it (ADR 0026).
 *
 * @param writtenAt when it was written by the writer's clock, to the millisecond
 */
public record OwedDelivery(Instant writtenAt, TweetId tweet, UserId author) {
    public OwedDelivery {
        writtenAt = writtenAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
