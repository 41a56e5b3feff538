package timeline.tweetstore.cassandra;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;

/**
 * The outbox in Cassandra. Several processes may look for pending entries at once, without coordination: each begins at another shard, and
 * what two of them publish is published twice, which consumers bear.
 */
public final class CassandraTweetOutbox implements TweetOutbox {
    private final CassandraSession session;
    private final InstantSource clock;
    private final DeleteOutboxEntry deleteOutboxEntry;
    private final List<OutboxShard> shards;
    private final AtomicInteger firstShard;

    /** @param random chooses the shard to begin at */
    public CassandraTweetOutbox(CassandraSession session, InstantSource clock, RandomGenerator random) {
        this.session = session;
        this.clock = clock;
        deleteOutboxEntry = new DeleteOutboxEntry(session);
        shards = IntStream.range(0, OutboxPartition.SHARDS).mapToObj(shard -> new OutboxShard(shard, session)).toList();
        firstShard = new AtomicInteger(random.nextInt(OutboxPartition.SHARDS));
    }

    @Override
    public List<OutboxEntry> pending(Instant writtenBefore, int limit) {
        Instant now = clock.instant();
        int first = firstShard.getAndIncrement();
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < shards.size() && entries.size() < limit; i++) {
            OutboxShard shard = shards.get(Math.floorMod(first + i, shards.size()));
            entries.addAll(shard.pending(now, writtenBefore, limit - entries.size()));
        }
        return entries;
    }

    @Override
    public void settle(OutboxEntry entry) {
        session.execute(deleteOutboxEntry.bind(entry));
    }

    @Override
    public Backlog backlog() {
        Instant now = clock.instant();
        return shards.stream().flatMap(shard -> shard.backlog(now).stream()).reduce(Backlog.NONE,
                CassandraTweetOutbox::sum);
    }

    private static Backlog sum(Backlog one, Backlog other) {
        Optional<Instant> oldest = one.oldest().isEmpty()
                || other.oldest().filter(one.oldest().orElseThrow()::isAfter).isPresent()
                        ? other.oldest()
                        : one.oldest();
        return new Backlog(one.entries() + other.entries(), oldest);
    }
}
