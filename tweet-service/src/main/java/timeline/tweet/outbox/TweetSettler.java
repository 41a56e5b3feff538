package timeline.tweet.outbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import timeline.outbox.Settler;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Settles entries one by one, a few at a time: Cassandra deletes rows of different partitions no cheaper together, and one that fails
 * should leave the others settled.
 */
public final class TweetSettler implements Settler<OutboxEntry> {
    /** A constant: removals in flight are a share of what the requests may have of Cassandra, and nobody waits for one. */
    private static final int REMOVALS_IN_FLIGHT = 32;

    private final TweetOutbox outbox;
    private final Executor threads;
    private final Semaphore free = new Semaphore(REMOVALS_IN_FLIGHT);
    private final LongAdder unsettled = new LongAdder();

    /** @param threads runs each removal on a thread that may wait, for example a virtual one */
    public TweetSettler(TweetOutbox outbox, Executor threads) {
        this.outbox = outbox;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<Boolean> settle(OutboxEntry entry) {
        return CompletableFuture.supplyAsync(() -> isRemoved(entry), threads);
    }

    @Override
    public long unsettled() {
        return unsettled.sum();
    }

    private boolean isRemoved(OutboxEntry entry) {
        free.acquireUninterruptibly();
        try {
            outbox.settle(entry);
            return true;
        } catch (TweetsUnavailableException outage) {
            unsettled.increment();
            return false;
        } finally {
            free.release();
        }
    }
}
