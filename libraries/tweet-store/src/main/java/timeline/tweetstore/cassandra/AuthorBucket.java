package timeline.tweetstore.cassandra;

import java.time.Duration;
import java.time.Instant;
import timeline.id.Snowflake;
import timeline.id.TweetId;

/**
 * The part of an author's tweets that shares a partition: 28 days. 2,400 tweets a day, the most that Twitter ever allowed, are 67,200
 * rows or about 20 MB: far from the 100 MB where a partition becomes a burden, and no author ever gets there by growing old (ADR 0008).
 */
final class AuthorBucket {
    private static final long MILLIS = Duration.ofDays(28).toMillis();

    private AuthorBucket() {
    }

    static int of(TweetId tweet) {
        return of(Snowflake.epochMillis(tweet.value()));
    }

    static int of(Instant time) {
        return of(time.toEpochMilli());
    }

    /** Not later than any tweet in a bucket, and later than every tweet in the buckets before it. */
    static TweetId start(int bucket) {
        long id = Snowflake.compose(Snowflake.EPOCH_MILLIS + bucket * MILLIS, 0, 0);
        return id <= TweetId.EARLIEST.value() ? TweetId.EARLIEST : new TweetId(id);
    }

    private static int of(long epochMillis) {
        return (int) Math.floorDiv(epochMillis - Snowflake.EPOCH_MILLIS, MILLIS);
    }
}
