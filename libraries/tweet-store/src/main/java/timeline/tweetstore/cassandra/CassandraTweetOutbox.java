package timeline.tweetstore.cassandra;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;

/**
 * The outbox in Cassandra. Several processes may look for pending entries at once, without coordination: each begins at another shard, and
 * what two of them publish is published twice, which consumers bear.
 */
public final class CassandraTweetOutbox implements TweetOutbox {
    private static final int BUCKETS_A_STATEMENT = 100;
    private static final int STATEMENTS_IN_FLIGHT = 4;

    /** Partitions of one shard. */
    private record Some(int shard, List<Integer> buckets) {}

    private final CassandraSession session;
    private final DeleteOutboxEntry deleteOutboxEntry;
    private final CountOutboxEntries countOutboxEntries;
    private final OutboxShards<OutboxEntry> shards;
    private final Concurrently concurrently = new Concurrently(STATEMENTS_IN_FLIGHT);

    /** @param random chooses the shard to begin at */
    public CassandraTweetOutbox(CassandraSession session, InstantSource clock, RandomGenerator random) {
        this.session = session;
        deleteOutboxEntry = new DeleteOutboxEntry(session);
        countOutboxEntries = new CountOutboxEntries(session);
        shards = new OutboxShards<>(OutboxTable.EVENTS, new SelectOutboxEntries(session)::execute, session, clock,
                random);
    }

    @Override
    public List<OutboxEntry> pending(Instant writtenBefore, int limit) {
        return shards.pending(writtenBefore, limit);
    }

    @Override
    public void settle(OutboxEntry entry) {
        session.execute(deleteOutboxEntry.bind(entry));
    }

    @Override
    public Backlog backlog() {
        Map<Integer, List<Integer>> byShard = shards.owing().stream().collect(Collectors.groupingBy(
                OutboxPartition::shard, Collectors.mapping(OutboxPartition::bucket, Collectors.toList())));
        List<Some> statements = byShard.entrySet().stream().flatMap(CassandraTweetOutbox::inStatements).toList();
        return concurrently.map(statements, some -> countOutboxEntries.execute(some.shard(), some.buckets())).stream()
                .flatMap(List::stream).reduce(Backlog.NONE, CassandraTweetOutbox::sum);
    }

    private static Stream<Some> inStatements(Map.Entry<Integer, List<Integer>> shard) {
        return shard.getValue().stream().gather(Gatherers.windowFixed(BUCKETS_A_STATEMENT))
                .map(buckets -> new Some(shard.getKey(), buckets));
    }

    private static Backlog sum(Backlog one, Backlog other) {
        Optional<Instant> oldest = one.oldest().isEmpty()
                || other.oldest().filter(one.oldest().orElseThrow()::isAfter).isPresent()
                        ? other.oldest()
                        : one.oldest();
        return new Backlog(one.entries() + other.entries(), oldest);
    }
}
