package timeline.tweet.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntFunction;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;

/**
 * What the relay takes on: the oldest entries that are left over, but for those whose batch is there in part. What is left over was perhaps
 * never confirmed. Its event waits until the rest is there: whoever handles it, or fills a timeline afterwards, must find the tweet (G1).
 *
 * <p>Nothing is held: two relays may take the same entry, and publish it twice.
 */
public final class PendingTweets implements IntFunction<List<OutboxEntry>> {
    private final TweetOutbox outbox;
    private final WholeBatches wholeBatches;
    private final Duration leftOverAfter;
    private final InstantSource clock;

    public PendingTweets(TweetOutbox outbox, WholeBatches wholeBatches, Duration leftOverAfter, InstantSource clock) {
        this.outbox = outbox;
        this.wholeBatches = wholeBatches;
        this.leftOverAfter = leftOverAfter;
        this.clock = clock;
    }

    /** @throws timeline.tweetstore.TweetsUnavailableException when the outbox can't be read */
    @Override
    public List<OutboxEntry> apply(int limit) {
        return wholeBatches.among(outbox.pending(clock.instant().minus(leftOverAfter), limit));
    }
}
