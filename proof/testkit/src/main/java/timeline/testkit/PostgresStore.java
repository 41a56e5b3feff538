package timeline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import timeline.stores.postgres.PostgresConnection;
import timeline.stores.postgres.PostgresRole;
import timeline.stores.postgres.PostgresServer;

/** A PostgreSQL server, with as many databases as there are tests. */
public final class PostgresStore {
    /** Of the role that all tests log in as, which may make databases. */
    public static final String PASSWORD = "onlyfortests";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StoreNode node;

    PostgresStore(StoreNode node) {
        this.node = node;
    }

    /** What a driver needs to know. */
    public record Database(String jdbcUrl, String username, String password) {}

    /** The server itself, to break it. */
    public StoreNode node() {
        return node;
    }

    /** An empty database that nobody else uses. */
    public Database freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (PostgresConnection connection = PostgresConnection.open(node.port(), PostgresRole.NAME, PASSWORD,
                PostgresServer.DATABASE, PATIENCE)) {
            connection.query("CREATE DATABASE " + name);
        } catch (IOException down) {
            throw new UncheckedIOException(down);
        }
        return new Database("jdbc:postgresql://" + node.address() + "/" + name, PostgresRole.NAME, PASSWORD);
    }
}
