package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import timeline.tweetstore.OwedDelivery;

/** The row of an owed delivery. Only ever part of the batch that stores the tweet. */
final class InsertOwedDelivery {
    private final PreparedCql cql;

    InsertOwedDelivery(CassandraSession session) {
        cql = new PreparedCql(session, PreparedCql.Kind.WRITE, """
                INSERT INTO owed_deliveries (shard, bucket, written_at, tweet_id, author_id)
                VALUES (?, ?, ?, ?, ?) USING TIMESTAMP ?""");
    }

    BatchableStatement<?> bind(OwedDelivery entry) {
        OutboxPartition partition = OutboxPartition.of(entry.author(), entry.writtenAt());
        return cql.bind(partition.shard(), partition.bucket(), entry.writtenAt(), entry.tweet().value(),
                entry.author().value(), Timestamps.owe(entry.writtenAt()));
    }
}
