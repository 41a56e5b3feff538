package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import timeline.stores.postgres.PostgresConnection;
import timeline.stores.postgres.PostgresServer;

class PostgresStoreIT {
    private final PostgresStore postgres = TestStores.postgres();

    @Test
    void givesEveryTestAnEmptyDatabaseOfItsOwn() throws Exception {
        PostgresStore.Database one = postgres.freshDatabase();
        PostgresStore.Database other = postgres.freshDatabase();
        query(one, "CREATE TABLE t (id int)");
        assertThat(query(other, "SELECT count(*) FROM pg_tables WHERE tablename = 't'")).isEqualTo("0");
    }

    @Test
    void keepsEveryAcknowledgedRowWhenKilledInMidWrite() throws Exception {
        PostgresStore.Database database = postgres.freshDatabase();
        query(database, "CREATE TABLE t (id int)");
        for (int round = 0; round < 3; round++) {
            AcknowledgedWrites writes = AcknowledgedWrites
                    .start(id -> query(database, "INSERT INTO t VALUES (" + id + ")"));
            writes.awaitAtLeast(50);
            postgres.node().kill();
            int acknowledged = writes.stop();
            postgres.node().start();
            assertThat(query(database, "SELECT count(*) FROM t WHERE id < " + acknowledged))
                    .isEqualTo(Integer.toString(acknowledged));
            query(database, "TRUNCATE t");
        }
    }

    @Test
    void answersAgainAfterAPause() throws Exception {
        PostgresStore.Database database = postgres.freshDatabase();
        postgres.node().pause();
        postgres.node().unpause();
        assertThat(query(database, "SELECT 1")).isEqualTo("1");
    }

    private @Nullable String query(PostgresStore.Database database, String sql) throws IOException {
        String name = database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
        try (PostgresConnection connection = PostgresConnection.open(postgres.node().port(), PostgresServer.USER, name,
                Duration.ofSeconds(10))) {
            return connection.query(sql);
        }
    }
}
