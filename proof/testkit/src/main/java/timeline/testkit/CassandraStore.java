package timeline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import timeline.stores.cassandra.CassandraNode;
import timeline.stores.cassandra.CqlConnection;

/** A Cassandra node, with as many keyspaces as there are tests. */
public final class CassandraStore {
    private static final AtomicInteger KEYSPACES = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StoreNode node;

    CassandraStore(StoreNode node) {
        this.node = node;
    }

    /** The node itself, to break it. */
    public StoreNode node() {
        return node;
    }

    /** {@code host:port}: the value of {@code timeline.cassandra.contact-points}. */
    public String contactPoint() {
        return node.address();
    }

    /** The value of {@code timeline.cassandra.datacenter}. */
    public String datacenter() {
        return CassandraNode.DATACENTER;
    }

    /** An empty keyspace that nobody else uses; it exists. */
    public String freshKeyspace() {
        String name = "test_" + KEYSPACES.incrementAndGet();
        query("CREATE KEYSPACE " + name
                + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        return name;
    }

    /** Each table takes memory as long as it is there, and hundreds of them all that a small server has. */
    public void dropKeyspace(String name) {
        query("DROP KEYSPACE " + name);
    }

    private void query(String statement) {
        try (CqlConnection connection = CqlConnection.open(node.port(), PATIENCE)) {
            connection.query(statement);
        } catch (IOException down) {
            throw new UncheckedIOException(down);
        }
    }
}
