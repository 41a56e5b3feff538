package timeline.tweet.cassandra;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import timeline.tweet.idempotency.KeyRecords;
import timeline.tweet.idempotency.KeyRecordsContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraKeyRecordsIT implements KeyRecordsContract {
    private final CassandraKeyspace keyspace = CassandraKeyspace.fresh();
    private final KeyRecords records = new CassandraKeyRecords(keyspace.session());

    @AfterAll
    void closeSession() {
        keyspace.close();
    }

    @Override
    public KeyRecords records() {
        return records;
    }
}
