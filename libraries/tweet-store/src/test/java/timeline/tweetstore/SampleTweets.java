package timeline.tweetstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;

/** Tweets of authors that no other test uses, so that tests may share a store. */
final class SampleTweets {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private SampleTweets() {
    }

    static UserId freshAuthor() {
        return new UserId(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    static Tweet tweet(UserId author, Instant createdAt) {
        int number = SEQUENCE.incrementAndGet();
        int worker = ThreadLocalRandom.current().nextInt(Snowflake.MAX_WORKER);
        TweetId id = new TweetId(Snowflake.compose(createdAt.toEpochMilli(), worker, number & Snowflake.MAX_SEQUENCE));
        return new Tweet(id, author, "user" + number, "tweet " + number, List.of());
    }

    /** Posts tweets at a fixed distance from each other; returns them newest first. */
    static List<Tweet> postSeries(TweetStore store, UserId author, Instant newest, Duration apart, int count) {
        List<Tweet> tweets = IntStream.range(0, count)
                .mapToObj(i -> tweet(author, newest.minus(apart.multipliedBy(i)))).toList();
        tweets.reversed().forEach(store::post);
        return tweets;
    }
}
