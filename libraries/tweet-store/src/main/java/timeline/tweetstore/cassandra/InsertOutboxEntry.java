package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import timeline.tweetstore.OutboxEntry;

/** An entry's row. Only ever part of the batch that makes the change it tells of. */
final class InsertOutboxEntry {
    private final PreparedCql cql;

    InsertOutboxEntry(CassandraSession session) {
        cql = new PreparedCql(session, PreparedCql.Kind.WRITE, """
                INSERT INTO outbox (shard, bucket, written_at, tweet_id, kind, author_id)
                VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?""");
    }

    BatchableStatement<?> bind(OutboxEntry entry) {
        OutboxPartition partition = OutboxPartition.of(entry.event().author(), entry.writtenAt());
        return cql.bind(partition.shard(), partition.bucket(), entry.writtenAt(), entry.event().tweet().value(),
                EventKind.of(entry.event()), entry.event().author().value(), Timestamps.owe(entry.writtenAt()));
    }
}
