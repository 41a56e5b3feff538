package timeline.tweetstore.cassandra;

import java.time.Instant;
import timeline.id.TweetId;

/**
 * The write times (microseconds since 1970) by which Cassandra decides which of two writes to a cell wins. They are taken from the data,
 * not from the clock of whoever writes, so that the outcome does not depend on the order of arrival, on repetitions, or on clocks that
 * disagree: a tweet is written at its creation, however often and late, and a delete is always later than that (G8).
 */
final class Timestamps {
    private Timestamps() {
    }

    static long post(TweetId tweet) {
        return micros(tweet.createdAt());
    }

    static long delete(TweetId tweet, Instant now) {
        return Math.max(micros(now), post(tweet) + 1);
    }

    /** Of a row that is owed since then. */
    static long owe(Instant writtenAt) {
        return micros(writtenAt);
    }

    /** Of its removal. */
    static long settle(Instant writtenAt) {
        return owe(writtenAt) + 1;
    }

    private static long micros(Instant time) {
        return time.toEpochMilli() * 1000;
    }
}
