package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.OwedDelivery;

/** The oldest owed deliveries of one partition, in the order in which they were written. */
final class SelectOwedDeliveries {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectOwedDeliveries(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ, """
                SELECT written_at, tweet_id, author_id FROM owed_deliveries
                WHERE shard = ? AND bucket = ? AND written_at < ? LIMIT ?""");
    }

    List<OwedDelivery> execute(int shard, int bucket, Instant writtenBefore, int limit) {
        return Concurrently.await(session.executeAsync(cql.bind(shard, bucket, writtenBefore, limit))
                .thenCompose(AllRows::of)).stream().map(SelectOwedDeliveries::entry).toList();
    }

    static OwedDelivery entry(Row row) {
        return new OwedDelivery(Objects.requireNonNull(row.getInstant("written_at")),
                new TweetId(row.getLong("tweet_id")), new UserId(row.getLong("author_id")));
    }
}
