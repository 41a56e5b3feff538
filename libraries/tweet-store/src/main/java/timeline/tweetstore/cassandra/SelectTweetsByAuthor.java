package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;
import timeline.id.TweetId;
import timeline.id.UserId;

/** One author's newest rows in one partition, newest first, deleted ones included. */
final class SelectTweetsByAuthor {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectTweetsByAuthor(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ, "SELECT " + TweetRows.COLUMNS + """
                 FROM tweets_by_author
                WHERE author_id = ? AND bucket = ? AND tweet_id < ?
                LIMIT ?""");
    }

    /** Fewer than {@code limit} mean that there are no more. */
    List<Row> execute(UserId author, int bucket, TweetId before, int limit) {
        return Concurrently.await(session.executeAsync(cql.bind(author.value(), bucket, before.value(), limit))
                .thenCompose(AllRows::of));
    }
}
