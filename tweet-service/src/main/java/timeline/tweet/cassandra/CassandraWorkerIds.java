package timeline.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import timeline.tweet.id.WorkerIds;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.PreparedCql;

/**
 * Worker ids as rows that transactions compare and set. The hold has a time to live and the mark has none, so each change is a batch of two
 * updates of the same row: one transaction.
 */
public final class CassandraWorkerIds implements WorkerIds {
    private final CassandraSession session;
    private final PreparedCql select;
    private final PreparedCql holdIfFree;
    private final PreparedCql holdIfHeld;
    private final PreparedCql markIfUnchanged;
    private final PreparedCql mark;
    private final PreparedCql release;

    public CassandraWorkerIds(CassandraSession session) {
        this.session = session;
        select = new PreparedCql(session, PreparedCql.Kind.LINEARIZABLE_READ,
                "SELECT holder, mark FROM worker_ids WHERE worker_id = ?");
        holdIfFree = transaction("UPDATE worker_ids USING TTL ? SET holder = ? WHERE worker_id = ? IF holder = null");
        holdIfHeld = transaction("UPDATE worker_ids USING TTL ? SET holder = ? WHERE worker_id = ? IF holder = ?");
        markIfUnchanged = transaction("UPDATE worker_ids SET mark = ? WHERE worker_id = ? IF mark = ?");
        mark = transaction("UPDATE worker_ids SET mark = ? WHERE worker_id = ?");
        release = transaction("UPDATE worker_ids SET holder = null, mark = ? WHERE worker_id = ? IF holder = ?");
    }

    @Override
    public Optional<Instant> take(int worker, String holder, Instant newMark) {
        Row row = session.execute(select.bind(worker)).one();
        if (row != null && row.getString("holder") != null) {
            return Optional.empty();
        }
        @Nullable
        Instant former = row == null ? null : row.getInstant("mark");
        Instant latest = former != null && former.isAfter(newMark) ? former : newMark;
        boolean taken = together(holdIfFree.bind(ttlSeconds(), holder, worker),
                markIfUnchanged.bind(latest, worker, former));
        return taken ? Optional.of(former == null ? Instant.EPOCH : former) : Optional.empty();
    }

    @Override
    public boolean renew(int worker, String holder, Instant newMark) {
        return together(holdIfHeld.bind(ttlSeconds(), holder, worker, holder), mark.bind(newMark, worker));
    }

    @Override
    public void release(int worker, String holder, Instant newMark) {
        session.execute(release.bind(newMark, worker, holder));
    }

    private boolean together(BoundStatement one, BoundStatement other) {
        return session.execute(BatchStatement.newInstance(DefaultBatchType.LOGGED, one, other)
                .setExecutionProfileName(PreparedCql.Kind.TRANSACTION.profile()).setIdempotent(false)).wasApplied();
    }

    private PreparedCql transaction(String cql) {
        return new PreparedCql(session, PreparedCql.Kind.TRANSACTION, cql);
    }

    private static int ttlSeconds() {
        return (int) TTL.toSeconds();
    }
}
