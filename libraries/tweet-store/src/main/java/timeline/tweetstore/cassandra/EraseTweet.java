package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import java.time.Instant;
import java.util.List;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * Overwrites a tweet's rows: no text, and the flag that says why. Not a DELETE, and '' instead of null: both leave tombstones, and an
 * author who deletes a thousand tweets would slow down, then fail, every read of their timeline.
 */
final class EraseTweet {
    private final PreparedCql byId;
    private final PreparedCql byAuthor;

    EraseTweet(CassandraSession session) {
        byId = new PreparedCql(session, PreparedCql.Kind.WRITE, """
                UPDATE tweets_by_id USING TIMESTAMP ?
                SET author_id = ?, username = '', text = '', media_ids = [], deleted = true
                WHERE tweet_id = ?""");
        byAuthor = new PreparedCql(session, PreparedCql.Kind.WRITE, """
                UPDATE tweets_by_author USING TIMESTAMP ?
                SET username = '', text = '', media_ids = [], deleted = true
                WHERE author_id = ? AND bucket = ? AND tweet_id = ?""");
    }

    List<BatchableStatement<?>> bind(TweetId tweet, UserId author, Instant now) {
        long writtenAt = Timestamps.delete(tweet, now);
        return List.of(byId.bind(writtenAt, author.value(), tweet.value()),
                byAuthor.bind(writtenAt, author.value(), AuthorBucket.of(tweet), tweet.value()));
    }
}
