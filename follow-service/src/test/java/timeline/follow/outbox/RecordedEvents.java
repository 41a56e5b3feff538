package timeline.follow.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A topic in memory, with a broker that can be down or slow. */
final class RecordedEvents implements FollowEvents {
    private final List<Long> published = new ArrayList<>();
    private volatile int accepted = Integer.MAX_VALUE;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Of each batch, accepts only the first so many. 0: the broker is down. */
    void accept(int events) {
        accepted = events;
    }

    /** Makes every publishing wait for the gate. */
    void holdAt(CountDownLatch held) {
        gate = held;
    }

    synchronized List<Long> published() {
        return List.copyOf(published);
    }

    @Override
    public List<Long> publish(List<OutboxEntry> entries) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        List<Long> taken = entries.stream().limit(accepted).map(OutboxEntry::number).toList();
        synchronized (this) {
            published.addAll(taken);
        }
        return taken;
    }
}
