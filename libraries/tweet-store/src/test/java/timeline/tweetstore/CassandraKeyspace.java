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
    private final CassandraSession session;

    private CassandraKeyspace(CassandraSession session) {
        this.session = session;
    }

    static CassandraKeyspace fresh() {
        CassandraStore cassandra = TestStores.cassandra();
        CassandraSession session = CassandraSession.open(new CassandraSettings(List.of(cassandra.contactPoint()),
                cassandra.datacenter(), cassandra.freshKeyspace(), 1));
        Await.that("Cassandra is connected", session::isConnected);
        new Schema(session).applyTweets();
        return new CassandraKeyspace(session);
    }

    CassandraSession session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }
}
