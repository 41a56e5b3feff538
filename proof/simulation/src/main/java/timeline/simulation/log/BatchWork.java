package timeline.simulation.log;

import java.util.List;

/** What a consumer does with a batch of events. */
@FunctionalInterface
public interface BatchWork<E> {
    /**
     * Handles a batch.
     *
     * @param commit stores that the batch is done; to be called when it is, and not sooner
     */
    void handle(List<E> batch, Runnable commit);
}
