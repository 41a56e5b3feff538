package timeline.tweetstore.cassandra;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Which of these partitions hold anything? */
final class SelectOwingBuckets {
    private final CassandraSession session;
    private final PreparedCql cql;

    SelectOwingBuckets(OutboxTable table, CassandraSession session) {
        this.session = session;
        cql = new PreparedCql(session, PreparedCql.Kind.READ,
                "SELECT bucket FROM " + table.rows() + " WHERE shard = ? AND bucket IN ? PER PARTITION LIMIT 1");
    }

    CompletionStage<Set<Integer>> execute(int shard, List<Integer> buckets) {
        return session.executeAsync(cql.bind(shard, buckets)).thenCompose(AllRows::of)
                .thenApply(rows -> rows.stream().map(row -> row.getInt("bucket")).collect(toSet()));
    }
}
