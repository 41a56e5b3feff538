package timeline.tweetstore.cassandra;

import java.time.Duration;
import java.time.Instant;
import timeline.id.UserId;

/**
 * Where an entry lies. An author's entries share a shard, so that their order can be kept; four shards spread the writes of one moment
 * over four partitions, and several relays over different ends of the table.
 *
 * @param bucket the time of writing in units of 10 s since 1970
 */
record OutboxPartition(int shard, int bucket) {
    static final int SHARDS = 4;
    private static final long BUCKET_MILLIS = Duration.ofSeconds(10).toMillis();

    static OutboxPartition of(UserId author, Instant writtenAt) {
        return new OutboxPartition(shardOf(author), bucketOf(writtenAt));
    }

    static int bucketOf(Instant time) {
        return (int) Math.floorDiv(time.toEpochMilli(), BUCKET_MILLIS);
    }

    private static int shardOf(UserId author) {
        // Snowflakes of one worker differ in few of their low bits: mix before taking some.
        return (int) ((author.value() * 0x9E3779B97F4A7C15L) >>> 62);
    }
}
