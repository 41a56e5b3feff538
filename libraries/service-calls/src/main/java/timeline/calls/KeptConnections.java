package timeline.calls;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.LongSupplier;

/**
 * The connections to all instances, kept from one call to the next: the last used first, so that those beyond what is needed grow old. As
 * many as there are calls at once, which admission bounds. Thread-safe.
 */
final class KeptConnections implements AutoCloseable {
    /** Less than a service keeps an idle connection (5 s): it must not end one while a question is on its way. */
    static final Duration IDLE = Duration.ofSeconds(4);

    private record Kept(InstanceConnection connection, long since) {}

    private final Map<URI, Deque<Kept>> idle = new ConcurrentHashMap<>();
    private final Set<InstanceConnection> all = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanos;
    private volatile boolean closed;

    KeptConnections(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * One to an instance, to be given back. A kept one only if nothing has come from it since its last answer.
     *
     * @throws NotConnectedException when there is none, and none can be made
     */
    InstanceConnection take(URI instance, Duration timeout) throws IOException {
        Deque<Kept> kept = to(instance);
        for (Kept last = kept.pollFirst(); last != null; last = kept.pollFirst()) {
            if (!isOld(last) && last.connection().isIdle()) {
                return last.connection();
            }
            end(last.connection());
        }
        InstanceConnection fresh = InstanceConnection.to(instance, timeout, nanos);
        all.add(fresh);
        if (closed) {
            end(fresh);
        }
        return fresh;
    }

    /** Keeps a connection for the next call, if it is good for one. */
    void giveBack(URI instance, InstanceConnection connection) {
        if (connection.isReusable() && !closed) {
            to(instance).addFirst(new Kept(connection, nanos.getAsLong()));
        } else {
            end(connection);
        }
    }

    /** Ends those that were idle for too long. To be called now and then. */
    void endOld() {
        for (Deque<Kept> kept : idle.values()) {
            for (Kept oldest = kept.pollLast(); oldest != null; oldest = kept.pollLast()) {
                if (!isOld(oldest)) {
                    kept.addLast(oldest);
                    break;
                }
                end(oldest.connection());
            }
        }
    }

    /** Ends all, also those that somebody waits at. */
    @Override
    public void close() {
        closed = true;
        all.forEach(this::end);
    }

    private Deque<Kept> to(URI instance) {
        return idle.computeIfAbsent(instance, any -> new ConcurrentLinkedDeque<>());
    }

    private boolean isOld(Kept kept) {
        return nanos.getAsLong() - kept.since() > IDLE.toNanos();
    }

    private void end(InstanceConnection connection) {
        all.remove(connection);
        connection.close();
    }
}
