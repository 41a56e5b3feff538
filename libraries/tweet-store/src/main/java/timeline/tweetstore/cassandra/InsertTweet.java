package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import java.util.List;
import timeline.tweetstore.Tweet;

/** A tweet's rows: by id, by author, and the author's bucket. Together one atomic step with its outbox row, see the batch. */
final class InsertTweet {
    private final PreparedCql byId;
    private final PreparedCql byAuthor;
    private final PreparedCql authorBucket;

    InsertTweet(CassandraSession session) {
        byId = new PreparedCql(session, PreparedCql.Kind.WRITE, """
                INSERT INTO tweets_by_id (tweet_id, author_id, username, text, media_ids)
                VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?""");
        byAuthor = new PreparedCql(session, PreparedCql.Kind.WRITE, """
                INSERT INTO tweets_by_author (author_id, bucket, tweet_id, username, text, media_ids)
                VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?""");
        authorBucket = new PreparedCql(session, PreparedCql.Kind.WRITE,
                "INSERT INTO author_buckets (author_id, bucket) VALUES (?, ?) USING TIMESTAMP ?");
    }

    List<BatchableStatement<?>> bind(Tweet tweet) {
        long id = tweet.id().value();
        long author = tweet.author().value();
        int bucket = AuthorBucket.of(tweet.id());
        long writtenAt = Timestamps.post(tweet.id());
        return List.of(byId.bind(id, author, tweet.username(), tweet.text(), tweet.mediaIds(), writtenAt),
                byAuthor.bind(author, bucket, id, tweet.username(), tweet.text(), tweet.mediaIds(), writtenAt),
                authorBucket.bind(author, bucket, writtenAt));
    }
}
