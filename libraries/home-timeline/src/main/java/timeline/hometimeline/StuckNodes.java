package timeline.hometimeline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Notices nodes that keep their connections and answer nothing (a paused process, a hung disk). Nothing else does: no connection
 * breaks, no redirection comes, so the client would keep sending to it although a replica has long been promoted. And says when to
 * leave such a node alone, so that not everybody waits for it in vain.
 *
 * <p>Thread safe.
 */
public final class StuckNodes {
    /** One time-out may be a hiccup; as many in a row, without an answer in between, are a stuck node. */
    public static final int TIMEOUTS_IN_A_ROW = 3;

    /** A constant: as long as a page of pushes may wait for it, so that it costs no more to leave it alone than to ask. */
    public static final Duration REST = Duration.ofSeconds(1);

    private final Map<String, Silence> silent = new ConcurrentHashMap<>();
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final Runnable refreshTopology;
    private final AtomicLong nextRefresh;

    /**
     * @param interval between two looks at the topology, at least
     * @param refreshTopology begins such a look, and returns at once
     */
    public StuckNodes(Duration interval, LongSupplier nanoTime, Runnable refreshTopology) {
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
        this.refreshTopology = refreshTopology;
        this.nextRefresh = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Whether to ask a node now. A stuck one is left alone for {@link #REST}; then one caller is told to try, and the others leave it
     * alone until it has answered.
     */
    public boolean mayBeAsked(String node) {
        Silence silence = silent.get(node);
        return silence == null || silence.mayBeTried(nanoTime.getAsLong());
    }

    /**
     * How long to wait for a node. One that was silent the last time is given a quarter: it is found out, and tried again, before others have
     * waited for long. One that is only slow has had a rest before each trial.
     *
     * @param usual for a node that has answered the last time
     */
    public Duration patience(String node, Duration usual) {
        return silent.containsKey(node) ? usual.dividedBy(4) : usual;
    }

    /** A node has said something. */
    public void answered(String node) {
        // Healthy nodes are not in the map: the usual case writes nothing.
        if (silent.containsKey(node)) {
            silent.remove(node);
        }
    }

    /** A node has said nothing within the time that a healthy one needs. */
    public void timedOut(String node) {
        long now = nanoTime.getAsLong();
        if (silent.computeIfAbsent(node, any -> new Silence()).goesOn(now)) {
            long due = nextRefresh.get();
            if (now - due >= 0 && nextRefresh.compareAndSet(due, now + intervalNanos)) {
                refreshTopology.run();
            }
        }
    }

    /** Of one node, since its last answer. */
    private static final class Silence {
        private final AtomicInteger timeouts = new AtomicInteger();
        private final AtomicLong nextTrial = new AtomicLong();

        /** @return whether the node is stuck */
        boolean goesOn(long now) {
            nextTrial.set(now + REST.toNanos());
            return timeouts.incrementAndGet() >= TIMEOUTS_IN_A_ROW;
        }

        boolean mayBeTried(long now) {
            if (timeouts.get() < TIMEOUTS_IN_A_ROW) {
                return true;
            }
            long due = nextTrial.get();
            return now - due >= 0 && nextTrial.compareAndSet(due, now + REST.toNanos());
        }
    }
}
