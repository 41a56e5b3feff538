package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;
import java.util.concurrent.CompletionStage;
import timeline.id.TweetId;
import timeline.id.UserId;

/** The newest rows of each of many authors in partitions of one bucket, deleted ones included; each author's newest first. */
final class SelectTweetsByAuthors {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectTweetsByAuthors(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ, "SELECT " + TweetRows.COLUMNS + """
                 FROM tweets_by_author
                WHERE author_id IN ? AND bucket = ? AND tweet_id < ?
                PER PARTITION LIMIT ?""");
    }

    CompletionStage<List<Row>> execute(List<UserId> authors, int bucket, TweetId before, int limitPerAuthor) {
        return session.executeAsync(
                cql.bind(authors.stream().map(UserId::value).toList(), bucket, before.value(), limitPerAuthor))
                .thenCompose(AllRows::of);
    }
}
