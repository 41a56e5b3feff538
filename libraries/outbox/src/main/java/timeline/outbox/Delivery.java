package timeline.outbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The two steps of every entry, in the only order that loses nothing: the broker stores the event, then the outbox forgets the entry. A
 * death between the two means a second event, which consumers bear.
 *
 * @param <E> an entry of the outbox
 */
public final class Delivery<E> {
    private final Function<E, CompletionStage<?>> publish;
    private final Settler<E> settler;

    /** @param publish completes normally only once the broker has stored the event */
    public Delivery(Function<E, CompletionStage<?>> publish, Settler<E> settler) {
        this.publish = publish;
        this.settler = settler;
    }

    /** @return completes with whether the published entry is settled; exceptionally when its event is not published */
    public CompletableFuture<Boolean> deliver(E entry) {
        return publish.apply(entry).thenCompose(stored -> settler.settle(entry)).toCompletableFuture();
    }
}
