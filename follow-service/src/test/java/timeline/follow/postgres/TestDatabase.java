package timeline.follow.postgres;

import javax.sql.DataSource;
import timeline.testkit.PostgresStore.Database;
import timeline.testkit.TestStores;

/** One database for the contracts of this JVM, with the tables of the service. */
final class TestDatabase {
    private static final DataSource POOL = open(TestStores.postgres().freshDatabase());

    private TestDatabase() {
    }

    static PostgresGraph emptyGraph() {
        return new PostgresGraph(POOL);
    }

    private static DataSource open(Database fresh) {
        DataSource migrations = PostgresConnections.forMigrations(fresh.jdbcUrl(), fresh.username(), fresh.password());
        GraphSchema schema = new GraphSchema(migrations, 10_000);
        if (!schema.tryToMigrate()) {
            throw new IllegalStateException(schema.missing());
        }
        return PostgresConnections.pool(fresh.jdbcUrl(), fresh.username(), fresh.password(), 20);
    }
}
