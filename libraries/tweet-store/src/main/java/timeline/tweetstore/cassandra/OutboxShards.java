package timeline.tweetstore.cassandra;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * All shards of a table of the outbox's layout, looked through by one process.
 *
 * @param <E> a row
 */
final class OutboxShards<E> {
    private final InstantSource clock;
    private final List<OutboxShard<E>> shards;
    private final AtomicInteger firstShard;

    /** @param random chooses the shard to begin at, so that several processes work at different ends */
    OutboxShards(OutboxTable table, OutboxShard.Select<E> select, CassandraSession session, InstantSource clock,
            RandomGenerator random) {
        this.clock = clock;
        shards = IntStream.range(0, OutboxPartition.SHARDS)
                .mapToObj(shard -> new OutboxShard<>(table, shard, select, session)).toList();
        firstShard = new AtomicInteger(random.nextInt(OutboxPartition.SHARDS));
    }

    /** Rows written before the given time; those of one shard in the order in which they were written. */
    List<E> pending(Instant writtenBefore, int limit) {
        Instant now = clock.instant();
        int first = firstShard.getAndIncrement();
        List<E> rows = new ArrayList<>();
        for (int i = 0; i < shards.size() && rows.size() < limit; i++) {
            OutboxShard<E> shard = shards.get(Math.floorMod(first + i, shards.size()));
            rows.addAll(shard.pending(now, writtenBefore, limit - rows.size()));
        }
        return rows;
    }

    /** The buckets that hold anything at this moment, each with its shard. */
    List<OutboxPartition> owing() {
        Instant now = clock.instant();
        return shards.stream().flatMap(shard -> shard.owing(now).stream()).toList();
    }
}
