package timeline.follow.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publishes events right after they were committed, on a thread of its own: requests only put them into a bounded queue. When the
 * queue is full, or publishing fails, the event is left to the {@link OutboxRelay}. Events of one instance go out in the order in
 * which they were offered.
 */
public final class PromptDelivery implements EventDelivery, Runnable {
    /** As many events as wait in a full queue are delivered in less than the grace time, by far. */
    static final int QUEUE_EVENTS = 4_096;

    private static final int BATCH_EVENTS = 512;

    private final FollowOutbox outbox;
    private final FollowEvents events;
    private final BlockingQueue<OutboxEntry> queue = new ArrayBlockingQueue<>(QUEUE_EVENTS);
    private final AtomicLong leftToRelay = new AtomicLong();

    public PromptDelivery(FollowOutbox outbox, FollowEvents events) {
        this.outbox = outbox;
        this.events = events;
    }

    @Override
    public void offer(OutboxEntry entry) {
        if (!queue.offer(entry)) {
            leftToRelay.incrementAndGet();
        }
    }

    /** How many events were not delivered here since the start. A rate above zero says that Kafka is down or too slow. */
    public long leftToRelay() {
        return leftToRelay.get();
    }

    /** Delivers until its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                List<OutboxEntry> batch = new ArrayList<>();
                batch.add(queue.take());
                queue.drainTo(batch, BATCH_EVENTS - 1);
                deliver(batch);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(List<OutboxEntry> batch) {
        List<Long> acknowledged = List.of();
        try {
            acknowledged = events.publish(batch);
            outbox.delete(acknowledged);
        } catch (RuntimeException outage) {
            // Nothing is lost: the entry stays, and the relay publishes it, for the second time if need be.
            leftToRelay.addAndGet(acknowledged.size());
        }
        leftToRelay.addAndGet(batch.size() - acknowledged.size());
    }
}
