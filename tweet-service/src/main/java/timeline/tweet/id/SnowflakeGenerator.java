package timeline.tweet.id;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import timeline.id.Snowflake;
import timeline.id.TweetId;

/**
 * Mints tweet ids: time, worker id, sequence number (twitter-archive/snowflake, 2010). Each is larger than the one before, and no other
 * process makes the same, because a worker id has one holder ({@link WorkerIdLease}) and a millisecond's sequence is used once.
 *
 * <p>The clock may be set back. Up to 500 ms are bridged by staying in the millisecond of the last id, as a hybrid logical clock does; more
 * is refused, since {@code created_at} would be a lie and the time until it caught up long. In Twitter's original the sequence was reset
 * before the check for that, so that a caller who tried again got an id twice (twitter-archive/snowflake#6): here nothing changes
 * unless an id is returned.
 */
public final class SnowflakeGenerator {
    /** How far the clock may be behind the last id. */
    static final Duration MAX_BEHIND = Duration.ofMillis(500);

    private static final long UNTIL_NEXT_LOOK_NANOS = 100_000;

    private final InstantSource clock;
    private final WorkerIdLease lease;
    private long lastMillis;
    private int lastSequence;
    private int lastWorker = -1;

    public SnowflakeGenerator(InstantSource clock, WorkerIdLease lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * The next id. Waits for the next millisecond when this one's 4,096 ids are used up.
     *
     * @throws ClockBehindException when the clock is more than 500 ms behind the last id
     * @throws NoWorkerIdException when no worker id is held now
     */
    public synchronized TweetId next() {
        WorkerIdLease.Hold hold = lease.current();
        // Within a millisecond the worker id orders before the sequence: another worker id begins in the next one.
        long notBefore = hold.worker() == lastWorker ? lastMillis : lastMillis + 1;
        long floor = Math.max(notBefore, hold.after().toEpochMilli() + 1);
        long millis = Math.max(now(floor), floor);
        int sequence = millis == lastMillis ? lastSequence + 1 : 0;
        if (sequence > Snowflake.MAX_SEQUENCE) {
            millis = waitUntilAfter(lastMillis);
            sequence = 0;
        }
        if (millis > hold.mark().toEpochMilli()) {
            throw new NoWorkerIdException("the clock is ahead of what worker id " + hold.worker() + " is held for");
        }
        lastMillis = millis;
        lastSequence = sequence;
        lastWorker = hold.worker();
        return new TweetId(Snowflake.compose(millis, hold.worker(), sequence));
    }

    private long now(long floor) {
        long now = clock.millis();
        if (floor - now > MAX_BEHIND.toMillis()) {
            throw new ClockBehindException(Duration.ofMillis(floor - now));
        }
        return now;
    }

    private long waitUntilAfter(long millis) {
        long now = now(millis);
        while (now <= millis) {
            LockSupport.parkNanos(UNTIL_NEXT_LOOK_NANOS);
            now = now(millis);
        }
        return now;
    }
}
