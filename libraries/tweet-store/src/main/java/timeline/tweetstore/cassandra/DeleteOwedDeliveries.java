package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import timeline.tweetstore.OwedDelivery;

/**
 * Settles owed deliveries: those of one partition together, which is one write to it. What was delivered in the same second lies in four
 * partitions, or eight.
 */
final class DeleteOwedDeliveries {
    /** A constant: 100 bytes each, below the 5 KB from which on Cassandra warns of a batch. */
    private static final int ROWS_A_STATEMENT = 40;

    private final PreparedCql cql;

    DeleteOwedDeliveries(CassandraSession session) {
        cql = new PreparedCql(session, PreparedCql.Kind.WRITE, """
                DELETE FROM owed_deliveries USING TIMESTAMP ?
                WHERE shard = ? AND bucket = ? AND written_at = ? AND tweet_id = ?""");
    }

    List<BatchStatement> bind(Collection<OwedDelivery> entries) {
        List<BatchStatement> statements = new ArrayList<>();
        entries.stream().collect(Collectors.groupingBy(entry -> OutboxPartition.of(entry.author(), entry.writtenAt())))
                .forEach((partition, rows) -> rows.stream().gather(Gatherers.windowFixed(ROWS_A_STATEMENT))
                        .forEach(some -> statements.add(together(partition, some))));
        return statements;
    }

    private BatchStatement together(OutboxPartition partition, List<OwedDelivery> rows) {
        List<BatchableStatement<?>> deletes = rows.stream().<BatchableStatement<?>>map(entry -> cql.bind(
                Timestamps.settle(entry.writtenAt()), partition.shard(), partition.bucket(), entry.writtenAt(),
                entry.tweet().value())).toList();
        return BatchStatement.newInstance(DefaultBatchType.UNLOGGED).addAll(deletes)
                .setExecutionProfileName(PreparedCql.Kind.WRITE.profile()).setIdempotent(true);
    }
}
