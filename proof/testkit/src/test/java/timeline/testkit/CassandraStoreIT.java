package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.stores.cassandra.CqlConnection;

class CassandraStoreIT {
    private final CassandraStore cassandra = TestStores.cassandra();

    @Test
    void keepsEveryAcknowledgedRowWhenKilledInMidWrite() throws Exception {
        String keyspace = cassandra.freshKeyspace();
        query("CREATE TABLE " + keyspace + ".t (id int PRIMARY KEY)");

        AcknowledgedWrites writes = AcknowledgedWrites
                .start(id -> query("INSERT INTO " + keyspace + ".t (id) VALUES (" + id + ")"));
        writes.awaitAtLeast(100);
        cassandra.node().kill();
        int acknowledged = writes.stop();
        cassandra.node().start();

        List<byte[]> count = query(
                "SELECT count(*) FROM " + keyspace + ".t WHERE id < " + acknowledged + " ALLOW FILTERING");
        assertThat(ByteBuffer.wrap(count.getFirst()).getLong()).isEqualTo(acknowledged);
    }

    private List<byte[]> query(String cql) throws Exception {
        try (CqlConnection connection = CqlConnection.open(cassandra.node().port(), Duration.ofSeconds(10))) {
            return connection.query(cql);
        }
    }
}
