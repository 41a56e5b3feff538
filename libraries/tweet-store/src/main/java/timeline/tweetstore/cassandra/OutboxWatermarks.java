package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.OptionalInt;

/**
 * Where a relay begins to look, after a restart too. Written without coordination: an older mark may overwrite a newer one, and costs some
 * empty reads. A missing one is replaced by looking at all partitions there are: few, since it is only missing when the tables are new.
 */
final class OutboxWatermarks {
    private final CassandraSession session;
    private final PreparedCql select;
    private final PreparedCql insert;
    private final PreparedCql selectPartitions;

    OutboxWatermarks(OutboxTable table, CassandraSession session) {
        this.session = session;
        select = new PreparedCql(session, PreparedCql.Kind.READ,
                "SELECT bucket FROM " + table.watermarks() + " WHERE shard = ?");
        insert = new PreparedCql(session, PreparedCql.Kind.WRITE,
                "INSERT INTO " + table.watermarks() + " (shard, bucket) VALUES (?, ?)");
        selectPartitions = new PreparedCql(session, PreparedCql.Kind.READ,
                "SELECT DISTINCT shard, bucket FROM " + table.rows());
    }

    /** @return below this bucket the shard holds nothing; empty when it holds nothing at all yet */
    OptionalInt read(int shard) {
        Row row = session.execute(select.bind(shard)).one();
        return row != null ? OptionalInt.of(row.getInt("bucket")) : oldestPartition(shard);
    }

    void write(int shard, int bucket) {
        session.execute(insert.bind(shard, bucket));
    }

    private OptionalInt oldestPartition(int shard) {
        return Concurrently.await(session.executeAsync(selectPartitions.bind()).thenCompose(AllRows::of)).stream()
                .filter(row -> row.getInt("shard") == shard).mapToInt(row -> row.getInt("bucket")).min();
    }
}
