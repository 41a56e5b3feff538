package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import timeline.tweetstore.OutboxEntry;

/** Settles an entry: the broker has acknowledged it. */
final class DeleteOutboxEntry {
    private final PreparedCql cql;

    DeleteOutboxEntry(CassandraSession session) {
        cql = new PreparedCql(session, PreparedCql.Kind.WRITE, """
                DELETE FROM outbox USING TIMESTAMP ?
                WHERE shard = ? AND bucket = ? AND written_at = ? AND tweet_id = ? AND kind = ?""");
    }

    BoundStatement bind(OutboxEntry entry) {
        OutboxPartition partition = OutboxPartition.of(entry.event().author(), entry.writtenAt());
        return cql.bind(Timestamps.settle(entry.writtenAt()), partition.shard(), partition.bucket(), entry.writtenAt(),
                entry.event().tweet().value(), EventKind.of(entry.event()));
    }
}
