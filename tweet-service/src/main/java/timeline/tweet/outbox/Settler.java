package timeline.tweet.outbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetsUnavailableException;

/** Removes entries that the broker has acknowledged, off the threads that bring the acknowledgements, a few at a time. */
public final class Settler {
    private static final int REMOVALS_IN_FLIGHT = 32;

    private final TweetOutbox outbox;
    private final Executor threads;
    private final Semaphore free = new Semaphore(REMOVALS_IN_FLIGHT);
    private final LongAdder unsettled = new LongAdder();

    /** @param threads runs each removal on a thread that may wait, for example a virtual one */
    public Settler(TweetOutbox outbox, Executor threads) {
        this.outbox = outbox;
        this.threads = threads;
    }

    /** @return completes when the entry is removed, or stays: then the relay publishes it once more */
    CompletableFuture<Boolean> settle(OutboxEntry entry) {
        return CompletableFuture.supplyAsync(() -> remove(entry), threads);
    }

    /** How many published entries could not be removed, since the start. */
    public long unsettled() {
        return unsettled.sum();
    }

    private boolean remove(OutboxEntry entry) {
        free.acquireUninterruptibly();
        try {
            outbox.remove(entry);
            return true;
        } catch (TweetsUnavailableException outage) {
            unsettled.increment();
            return false;
        } finally {
            free.release();
        }
    }
}
