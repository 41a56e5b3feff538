package timeline.tweetstore.cassandra;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;

/** The book of debts in Cassandra. Several processes may look through it at once, without coordination: each begins at another shard. */
public final class CassandraOwedDeliveries implements OwedDeliveries {
    private static final int STATEMENTS_IN_FLIGHT = 8;
    /** A constant: writers' clocks may be ahead of this one's by so much. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(6);
    /** Partitions between two looks at how many entries are found by now. */
    private static final int PARTITIONS_AT_ONCE = 32;

    private final CassandraSession session;
    private final InstantSource clock;
    private final DeleteOwedDeliveries deleteOwedDeliveries;
    private final SelectNewOwedDeliveries selectNewOwedDeliveries;
    private final SelectAllOwedDeliveries selectAllOwedDeliveries;
    private final OutboxShards<OwedDelivery> shards;
    private final Concurrently concurrently = new Concurrently(STATEMENTS_IN_FLIGHT);

    /** @param random chooses the shard to begin at */
    public CassandraOwedDeliveries(CassandraSession session, InstantSource clock, RandomGenerator random) {
        this.session = session;
        this.clock = clock;
        selectNewOwedDeliveries = new SelectNewOwedDeliveries(session);
        selectAllOwedDeliveries = new SelectAllOwedDeliveries(session);
        deleteOwedDeliveries = new DeleteOwedDeliveries(session);
        shards = new OutboxShards<>(OutboxTable.DELIVERIES, new SelectOwedDeliveries(session)::execute, session, clock,
                random);
    }

    @Override
    public List<OwedDelivery> pending(Instant writtenBefore, int limit) {
        return shards.pending(writtenBefore, limit);
    }

    @Override
    public List<OwedDelivery> writtenSince(Instant time) {
        int last = OutboxPartition.bucketOf(clock.instant().plus(CLOCKS_APART));
        List<Integer> buckets = IntStream.rangeClosed(OutboxPartition.bucketOf(time), last).boxed().toList();
        return selectNewOwedDeliveries.execute(buckets, time);
    }

    @Override
    public Newest newest(int limit) {
        List<OutboxPartition> partitions = shards.owing().stream()
                .sorted(Comparator.comparingInt(OutboxPartition::bucket).reversed()).toList();
        List<OwedDelivery> found = new ArrayList<>();
        int read = 0;
        while (read < partitions.size() && found.size() <= limit) {
            // Whole buckets: what is left out is older than all that is found.
            int end = endOfBucket(partitions, Math.min(read + PARTITIONS_AT_ONCE, partitions.size()));
            concurrently.map(partitions.subList(read, end), selectAllOwedDeliveries::execute).forEach(found::addAll);
            read = end;
        }
        boolean all = read == partitions.size() && found.size() <= limit;
        return new Newest(found.stream().sorted(Comparator.comparing(OwedDelivery::writtenAt).reversed()).limit(limit)
                .toList(), all);
    }

    private static int endOfBucket(List<OutboxPartition> partitions, int from) {
        int end = from;
        while (end < partitions.size() && partitions.get(end).bucket() == partitions.get(end - 1).bucket()) {
            end++;
        }
        return end;
    }

    @Override
    public void settle(Collection<OwedDelivery> delivered) {
        concurrently.map(deleteOwedDeliveries.bind(delivered), session::executeAsync);
    }
}
