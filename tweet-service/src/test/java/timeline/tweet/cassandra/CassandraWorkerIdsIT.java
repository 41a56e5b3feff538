package timeline.tweet.cassandra;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import timeline.testkit.Await;
import timeline.tweet.id.WorkerIds;
import timeline.tweet.id.WorkerIdsContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraWorkerIdsIT implements WorkerIdsContract {
    private static final int CANARY = 1023;

    private final CassandraKeyspace keyspace = CassandraKeyspace.fresh();
    private final WorkerIds workerIds = new CassandraWorkerIds(keyspace.session());
    private final AtomicInteger lastWorker = new AtomicInteger();
    private final AtomicInteger canaries = new AtomicInteger();

    @AfterAll
    void closeSession() {
        keyspace.close();
    }

    @Override
    public WorkerIds workerIds() {
        return workerIds;
    }

    @Override
    public int freshWorker() {
        return lastWorker.getAndIncrement();
    }

    /** When a hold ends that was taken now, all older ones have ended. */
    @Override
    public void letHoldsEnd() {
        int canary = CANARY - canaries.getAndIncrement();
        workerIds.take(canary, "canary", NOON);
        Await.within(WorkerIds.TTL.multipliedBy(2)).until("the hold has ended",
                () -> workerIds.take(canary, "next canary", NOON).isPresent());
    }
}
