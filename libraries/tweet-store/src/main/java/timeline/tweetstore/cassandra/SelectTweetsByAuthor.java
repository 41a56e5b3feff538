package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.ResultSet;
import timeline.id.TweetId;
import timeline.id.UserId;

/** One author's rows in one partition, newest first, deleted ones included; fetched page by page as they are iterated. */
final class SelectTweetsByAuthor {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectTweetsByAuthor(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ, """
                SELECT author_id, tweet_id, username, text, media_ids, deleted FROM tweets_by_author
                WHERE author_id = ? AND bucket = ? AND tweet_id < ?""");
    }

    ResultSet execute(UserId author, int bucket, TweetId before, int pageSize) {
        return session.execute(cql.bind(author.value(), bucket, before.value()).setPageSize(pageSize));
    }
}
