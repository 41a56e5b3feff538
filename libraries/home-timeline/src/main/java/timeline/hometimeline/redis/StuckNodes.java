package timeline.hometimeline.redis;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Notices nodes that keep their connections and answer nothing (a paused process, a hung disk). Nothing else does: no connection
 * breaks, no redirection comes, so the client would keep sending to it although a replica has long been promoted.
 *
 * <p>Thread safe.
 */
final class StuckNodes {
    /** One time-out may be a hiccup; as many in a row, without an answer in between, are a stuck node. */
    static final int TIMEOUTS_IN_A_ROW = 3;

    private final Map<String, Integer> timeouts = new ConcurrentHashMap<>();
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final Runnable refreshTopology;
    private final AtomicLong nextRefresh;

    StuckNodes(Duration interval, LongSupplier nanoTime, Runnable refreshTopology) {
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
        this.refreshTopology = refreshTopology;
        this.nextRefresh = new AtomicLong(nanoTime.getAsLong());
    }

    void answered(String node) {
        // Healthy nodes are not in the map: the usual case writes nothing.
        if (timeouts.containsKey(node)) {
            timeouts.remove(node);
        }
    }

    void timedOut(String node) {
        if (timeouts.merge(node, 1, Integer::sum) >= TIMEOUTS_IN_A_ROW) {
            long now = nanoTime.getAsLong();
            long due = nextRefresh.get();
            if (now - due >= 0 && nextRefresh.compareAndSet(due, now + intervalNanos)) {
                refreshTopology.run();
            }
        }
    }
}
