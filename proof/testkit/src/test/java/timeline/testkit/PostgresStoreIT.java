package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import timeline.stores.postgres.PostgresConnection;
import timeline.stores.postgres.PostgresRole;

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
    void knowsNobodyWithoutThePassword() {
        PostgresStore.Database database = postgres.freshDatabase();
        for (String password : new String[]{"", "any", "onlyfortest", "onlyfortestS"}) {
            assertThatThrownBy(() -> query(database, PostgresRole.NAME, password, "SELECT 1"))
                    .as("password '%s'", password)
                    .isInstanceOf(IOException.class).hasMessageContaining("C28P01");
        }
        assertThatThrownBy(() -> query(database, "postgres", PostgresStore.PASSWORD, "SELECT 1"))
                .as("the superuser").isInstanceOf(IOException.class).hasMessageContaining("C28");
    }

    @Test
    void itsRoleIsNoSuperuser() throws Exception {
        PostgresStore.Database database = postgres.freshDatabase();
        assertThat(query(database, "SELECT rolsuper OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles"
                + " WHERE rolname = current_user")).isEqualTo("f");
        for (String statement : new String[]{"SELECT rolpassword FROM pg_authid", "CREATE ROLE another",
                "COPY (SELECT 1) TO '/tmp/timeline-was-here'", "COPY (SELECT 1) TO PROGRAM 'true'",
                "SELECT pg_read_file('/etc/passwd')", "ALTER SYSTEM SET fsync = off"}) {
            assertThatThrownBy(() -> query(database, statement)).as(statement).isInstanceOf(IOException.class)
                    .hasMessageContaining("C42501");
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
        return query(database, PostgresRole.NAME, PostgresStore.PASSWORD, sql);
    }

    private @Nullable String query(PostgresStore.Database database, String role, String password, String sql)
            throws IOException {
        String name = database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
        try (PostgresConnection connection = PostgresConnection.open(postgres.node().port(), role, password,
                name,
                Duration.ofSeconds(10))) {
            return connection.query(sql);
        }
    }
}
