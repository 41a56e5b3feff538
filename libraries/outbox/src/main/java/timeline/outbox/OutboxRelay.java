package timeline.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;

/**
 * Publishes what is left over. A database and Kafka can't commit together: whoever writes to one and then to the other loses an event when
 * it dies in between, and nobody would ever know. So the event is stored with the change that it tells of, and this relay, in every
 * instance of the service, publishes whatever is still there a while later: of a process that died, of a broker that was away, of a full
 * queue (ADR 0002).
 *
 * <p>At least once: an entry is settled only after the broker has stored its event; between the two a death means a second event. Consumers
 * do the same thing twice.
 *
 * @param <E> an entry of the outbox
 */
public final class OutboxRelay<E> {
    private final IntFunction<List<E>> pending;
    private final Delivery<E> delivery;
    private final int entriesARound;

    /** @param pending the oldest entries that are left over, in their order, as many as asked for at most */
    public OutboxRelay(IntFunction<List<E>> pending, Delivery<E> delivery, int entriesARound) {
        this.pending = pending;
        this.delivery = delivery;
        this.entriesARound = entriesARound;
    }

    /** Publishes the oldest entries that are left over; stops at the first that fails. Throws what the outbox throws when it can't be read. */
    public RelayRound relay() {
        List<E> entries = pending.apply(entriesARound);
        List<CompletableFuture<Boolean>> deliveries = new ArrayList<>(entries.size());
        for (E entry : entries) {
            CompletableFuture<Boolean> delivered = delivery.deliver(entry);
            deliveries.add(delivered);
            if (delivered.isCompletedExceptionally()) {
                break;
            }
        }
        long settled = deliveries.stream().filter(OutboxRelay::isSettled).count();
        return new RelayRound(entries.size(), (int) settled, entries.size() == entriesARound);
    }

    private static boolean isSettled(CompletableFuture<Boolean> delivery) {
        try {
            return delivery.join();
        } catch (CompletionException notPublished) {
            return false;
        }
    }
}
