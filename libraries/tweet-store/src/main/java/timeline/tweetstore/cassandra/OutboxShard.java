package timeline.tweetstore.cassandra;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/**
 * One shard of a table of the outbox's layout, and what this process knows of it, so that looking for entries costs a few reads and not one for each 10 s since
 * the last entry. A bucket is <em>closed</em> 60 s after its end: nobody writes into it any more, since a write takes less than a second
 * and clocks agree far better than that. A closed bucket is looked at once: it is empty for ever, or it owes something and is remembered.
 * Open buckets are looked at each time. The persisted watermark is the first closed bucket that owes something.
 *
 * @param <E> a row
 */
final class OutboxShard<E> {
    /** Reads the oldest rows of a partition. */
    @FunctionalInterface
    interface Select<E> {
        List<E> execute(int shard, int bucket, Instant writtenBefore, int limit);
    }

    private static final Duration LATEST_ARRIVAL = Duration.ofSeconds(60);
    private static final int BUCKETS_A_STATEMENT = 100;
    private static final int STATEMENTS_IN_FLIGHT = 4;

    private final int shard;
    private final OutboxWatermarks watermarks;
    private final SelectOwingBuckets selectOwingBuckets;
    private final Select<E> select;
    private final Concurrently concurrently = new Concurrently(STATEMENTS_IN_FLIGHT);

    private boolean begun;
    private int watermark;
    /** The first bucket that was not closed yet when it was last looked at. */
    private int frontier;
    private final NavigableSet<Integer> owingClosedBuckets = new TreeSet<>();

    OutboxShard(OutboxTable table, int shard, Select<E> select, CassandraSession session) {
        this.shard = shard;
        this.select = select;
        watermarks = new OutboxWatermarks(table, session);
        selectOwingBuckets = new SelectOwingBuckets(table, session);
    }

    synchronized List<E> pending(Instant now, Instant writtenBefore, int limit) {
        List<E> entries = new ArrayList<>();
        int newest = OutboxPartition.bucketOf(writtenBefore);
        for (int bucket : owingBuckets(now).headSet(newest, true)) {
            List<E> found = select.execute(shard, bucket, writtenBefore, limit - entries.size());
            if (found.isEmpty() && bucket < newest) {
                owingClosedBuckets.remove(bucket);
            }
            entries.addAll(found);
            if (entries.size() == limit) {
                break;
            }
        }
        saveWatermark();
        return entries;
    }

    /** The partitions of this shard that hold anything. */
    synchronized List<OutboxPartition> owing(Instant now) {
        return owingBuckets(now).stream().map(bucket -> new OutboxPartition(shard, bucket)).toList();
    }

    private NavigableSet<Integer> owingBuckets(Instant now) {
        int firstOpen = OutboxPartition.bucketOf(now.minus(LATEST_ARRIVAL));
        begin(firstOpen);
        if (frontier < firstOpen) {
            owingClosedBuckets.addAll(owing(frontier, firstOpen - 1));
            frontier = firstOpen;
        }
        // One more than now's: another writer's clock may be a little ahead.
        NavigableSet<Integer> buckets = new TreeSet<>(owingClosedBuckets);
        buckets.addAll(owing(frontier, OutboxPartition.bucketOf(now) + 1));
        return buckets;
    }

    private void begin(int firstOpen) {
        if (!begun) {
            OptionalInt known = watermarks.read(shard);
            watermark = known.orElse(Integer.MIN_VALUE);
            frontier = Math.min(known.orElse(firstOpen), firstOpen);
            begun = true;
        }
    }

    private List<Integer> owing(int first, int last) {
        List<List<Integer>> chunks = IntStream.rangeClosed(first, last).boxed()
                .gather(Gatherers.windowFixed(BUCKETS_A_STATEMENT)).toList();
        return concurrently.map(chunks, chunk -> selectOwingBuckets.execute(shard, chunk)).stream()
                .flatMap(found -> found.stream()).toList();
    }

    private void saveWatermark() {
        int reached = owingClosedBuckets.isEmpty() ? frontier : owingClosedBuckets.first();
        if (reached > watermark) {
            watermarks.write(shard, reached);
            watermark = reached;
        }
    }
}
