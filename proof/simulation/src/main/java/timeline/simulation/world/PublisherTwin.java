package timeline.simulation.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import timeline.outbox.Delivery;
import timeline.outbox.EventPublisher;
import timeline.simulation.engine.Machine;

/**
 * What {@code PromptPublisher} does, whose thread lives in real time. Its settler must be nobody else's: a settler that is busy for
 * another task would keep this one waiting in real time.
 */
final class PublisherTwin<E> implements EventPublisher<E> {
    /** What is older is the relay's, as in production. */
    static final Duration LEFT_OVER_AFTER = Duration.ofSeconds(2);

    private record Waiting<E>(E entry, Instant since) {}

    private final Machine machine;
    private final Delivery<E> delivery;
    private final Deque<Waiting<E>> waiting = new ArrayDeque<>();
    private boolean publishing;

    PublisherTwin(Machine machine, Delivery<E> delivery) {
        this.machine = machine;
        this.delivery = delivery;
    }

    @Override
    public void publishPromptly(E entry) {
        waiting.add(new Waiting<>(entry, machine.clock().instant()));
        if (!publishing) {
            publishing = true;
            machine.spawn("publisher", this::publishAll);
        }
    }

    private void publishAll() {
        while (!waiting.isEmpty()) {
            Waiting<E> next = waiting.remove();
            if (!next.since.isBefore(machine.clock().instant().minus(LEFT_OVER_AFTER))) {
                var _ = delivery.deliver(next.entry);
            }
        }
        publishing = false;
    }
}
