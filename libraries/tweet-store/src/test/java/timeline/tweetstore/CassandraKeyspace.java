package timeline.tweetstore;

import java.util.List;
import timeline.testkit.Await;
import timeline.testkit.CassandraStore;
import timeline.testkit.TestStores;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.CassandraSettings;
import timeline.tweetstore.cassandra.Schema;

/** A keyspace of the tests' Cassandra, with this module's tables. */
final class CassandraKeyspace implements AutoCloseable {
    private final CassandraStore cassandra;
    private final String name;
    private final CassandraSession session;

    private CassandraKeyspace(CassandraStore cassandra, String name, CassandraSession session) {
        this.cassandra = cassandra;
        this.name = name;
        this.session = session;
    }

    static CassandraKeyspace fresh() {
        CassandraStore cassandra = TestStores.cassandra();
        String name = cassandra.freshKeyspace();
        CassandraSession session = CassandraSession.open(new CassandraSettings(List.of(cassandra.contactPoint()),
                cassandra.datacenter(), name, 1));
        Await.that("Cassandra is connected", session::isConnected);
        new Schema(session).applyTweets();
        return new CassandraKeyspace(cassandra, name, session);
    }

    CassandraSession session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
        cassandra.dropKeyspace(name);
    }
}
