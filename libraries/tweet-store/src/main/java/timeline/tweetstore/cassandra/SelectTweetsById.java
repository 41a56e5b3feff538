package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;
import java.util.concurrent.CompletionStage;
import timeline.id.TweetId;

/** Hydration: the rows of these tweets, deleted ones included. */
final class SelectTweetsById {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectTweetsById(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ, "SELECT " + TweetRows.COLUMNS + """
                 FROM tweets_by_id
                WHERE tweet_id IN ?""");
    }

    CompletionStage<List<Row>> execute(List<TweetId> ids) {
        return session.executeAsync(cql.bind(ids.stream().map(TweetId::value).toList())).thenCompose(AllRows::of);
    }
}
