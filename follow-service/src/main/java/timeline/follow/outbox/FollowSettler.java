package timeline.follow.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import timeline.outbox.Settler;

/**
 * Settles entries many at a time: whatever was acknowledged while one statement ran goes into the next one. PostgreSQL removes a hundred
 * rows for the price of one commit, and the connections are the requests'.
 */
public final class FollowSettler implements Settler<OutboxEntry> {
    private record Acknowledged(OutboxEntry entry, CompletableFuture<Boolean> settled) {}

    private final FollowOutbox outbox;
    private final Class<? extends RuntimeException> outage;
    private final Executor threads;
    private final LongAdder unsettled = new LongAdder();
    private List<Acknowledged> waiting = new ArrayList<>();
    private boolean settling;

    /**
     * @param outage what the outbox throws when its store does not answer, which leaves the entries to the relay
     * @param threads runs the removals on a thread that may wait, for example a virtual one; one at a time is busy
     */
    public FollowSettler(FollowOutbox outbox, Class<? extends RuntimeException> outage, Executor threads) {
        this.outbox = outbox;
        this.outage = outage;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<Boolean> settle(OutboxEntry entry) {
        Acknowledged acknowledged = new Acknowledged(entry, new CompletableFuture<>());
        if (isFirst(acknowledged)) {
            threads.execute(this::settleWaiting);
        }
        return acknowledged.settled;
    }

    @Override
    public long unsettled() {
        return unsettled.sum();
    }

    /** Whether nobody settles now, so that the caller has to see to it. */
    private synchronized boolean isFirst(Acknowledged acknowledged) {
        waiting.add(acknowledged);
        boolean first = !settling;
        settling = true;
        return first;
    }

    private void settleWaiting() {
        for (List<Acknowledged> batch = next(); !batch.isEmpty(); batch = next()) {
            settle(batch);
        }
    }

    private synchronized List<Acknowledged> next() {
        List<Acknowledged> batch = waiting;
        waiting = new ArrayList<>();
        settling = !batch.isEmpty();
        return batch;
    }

    private void settle(List<Acknowledged> batch) {
        try {
            outbox.settle(batch.stream().map(acknowledged -> acknowledged.entry.number()).toList());
            batch.forEach(acknowledged -> acknowledged.settled.complete(true));
        } catch (Throwable failure) {
            unsettled.add(batch.size());
            // Whoever waits is told, of a defect too; those who come next must not wait for a batch that has ended.
            batch.forEach(acknowledged -> {
                var _ = outage.isInstance(failure)
                        ? acknowledged.settled.complete(false)
                        : acknowledged.settled.completeExceptionally(failure);
            });
        }
    }
}
