package timeline.tweetstore.cassandra;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;

/** The book of debts in Cassandra. Several processes may look through it at once, without coordination: each begins at another shard. */
public final class CassandraOwedDeliveries implements OwedDeliveries {
    private static final int STATEMENTS_IN_FLIGHT = 8;

    private final CassandraSession session;
    private final DeleteOwedDeliveries deleteOwedDeliveries;
    private final OutboxShards<OwedDelivery> shards;
    private final Concurrently concurrently = new Concurrently(STATEMENTS_IN_FLIGHT);

    /** @param random chooses the shard to begin at */
    public CassandraOwedDeliveries(CassandraSession session, InstantSource clock, RandomGenerator random) {
        this.session = session;
        deleteOwedDeliveries = new DeleteOwedDeliveries(session);
        shards = new OutboxShards<>(OutboxTable.DELIVERIES, new SelectOwedDeliveries(session)::execute, session, clock,
                random);
    }

    @Override
    public List<OwedDelivery> pending(Instant writtenBefore, int limit) {
        return shards.pending(writtenBefore, limit);
    }

    @Override
    public void settle(Collection<OwedDelivery> delivered) {
        concurrently.map(deleteOwedDeliveries.bind(delivered), session::executeAsync);
    }
}
