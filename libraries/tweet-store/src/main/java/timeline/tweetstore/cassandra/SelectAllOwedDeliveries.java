package timeline.tweetstore.cassandra;

import java.util.List;
import java.util.concurrent.CompletionStage;
import timeline.tweetstore.OwedDelivery;

/** All owed deliveries of one partition. */
final class SelectAllOwedDeliveries {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectAllOwedDeliveries(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ, """
                SELECT written_at, tweet_id, author_id FROM owed_deliveries WHERE shard = ? AND bucket = ?""");
    }

    CompletionStage<List<OwedDelivery>> execute(OutboxPartition partition) {
        return session.executeAsync(cql.bind(partition.shard(), partition.bucket())).thenCompose(AllRows::of)
                .thenApply(rows -> rows.stream().map(SelectOwedDeliveries::entry).toList());
    }
}
