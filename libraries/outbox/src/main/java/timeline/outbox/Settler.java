package timeline.outbox;

import java.util.concurrent.CompletableFuture;

/**
 * Removes entries whose events the broker has acknowledged, off the threads that bring the acknowledgements. How that is done cheaply is a
 * matter of the store.
 *
 * @param <E> an entry of the outbox
 */
public interface Settler<E> {
    /** @return completes with whether the entry is removed; if not, the relay publishes it once more */
    CompletableFuture<Boolean> settle(E entry);

    /** How many published entries could not be removed, since the start. */
    long unsettled();
}
