package timeline.follow.postgres;

import javax.sql.DataSource;
import timeline.testkit.PostgresStore.Database;
import timeline.testkit.TestStores;

/** One database for the contracts of this JVM, with the tables of the service. */
final class TestDatabase {
    private static final Database FRESH = TestStores.postgres().freshDatabase();
    private static final DataSource PATIENT = PostgresConnections.forMigrations(FRESH.jdbcUrl(), FRESH.username(),
            FRESH.password(), PostgresSettings.defaults());
    private static final DataSource POOL = open();

    private TestDatabase() {
    }

    static PostgresGraph emptyGraph() {
        return new PostgresGraph(POOL);
    }

    /** The connections of requests. */
    static DataSource pool() {
        return POOL;
    }

    /** Connections whose statements may take as long as they like. */
    static DataSource patient() {
        return PATIENT;
    }

    private static DataSource open() {
        GraphSchema schema = new GraphSchema(PATIENT, 10_000);
        if (!schema.tryToMigrate()) {
            throw new IllegalStateException(schema.missing());
        }
        return PostgresConnections.pool(FRESH.jdbcUrl(), FRESH.username(), FRESH.password(),
                PostgresSettings.defaults());
    }
}
