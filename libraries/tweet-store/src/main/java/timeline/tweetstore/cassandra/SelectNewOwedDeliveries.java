package timeline.tweetstore.cassandra;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import timeline.tweetstore.OwedDelivery;

/** Everything that was owed since some seconds ago: a few partitions of each shard, in one statement. */
final class SelectNewOwedDeliveries {
    private static final List<Integer> SHARDS = IntStream.range(0, OutboxPartition.SHARDS).boxed().toList();

    private final CassandraSession session;
    private final PreparedCql cql;

    SelectNewOwedDeliveries(CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ, """
                SELECT written_at, tweet_id, author_id FROM owed_deliveries
                WHERE shard IN ? AND bucket IN ? AND written_at >= ?""");
    }

    List<OwedDelivery> execute(List<Integer> buckets, Instant since) {
        return Concurrently.await(session.executeAsync(cql.bind(SHARDS, buckets, since)).thenCompose(AllRows::of))
                .stream().map(SelectOwedDeliveries::entry).toList();
    }
}
