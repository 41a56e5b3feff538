package timeline.outbox;

/**
 * Tries to get an event out now.
 *
 * @param <E> an entry of the outbox
 */
@FunctionalInterface
public interface EventPublisher<E> {
    /** Returns at once, whatever becomes of the event: it is owed, and what is not published now is published later. */
    void publishPromptly(E entry);
}
