package timeline.fanout.kafka;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import timeline.deadline.Deadline;
import timeline.fanout.Progress;
import timeline.fanout.UnfinishedException;
import timeline.fanout.kafka.EventSource.Handling;

/**
 * Brings one record to its end: handled, or in the dead letter topic. Remembers which records are done, and how far the
 * others have come, for as long as the consumer keeps them: a batch that is handed over again, after an outage or for want of time,
 * repeats nothing, above all no dead letter.
 *
 * <p>Thread safe.
 */
final class RecordHandler<E> {
    /** What fails without a known reason may do better next time; what fails so often is poison. */
    private static final int TRIES = 3;

    private final Handling<E> handle;
    private final DeadLetters deadLetters;
    private final FanoutMetrics metrics;
    /** By identity, for records have no equality of their own. */
    private final Set<ConsumerRecord<byte[], byte[]>> done = Collections
            .synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Map<ConsumerRecord<byte[], byte[]>, Progress> begun = Collections
            .synchronizedMap(new WeakHashMap<>());

    RecordHandler(Handling<E> handle, DeadLetters deadLetters, FanoutMetrics metrics) {
        this.handle = handle;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /**
     * @throws Outage when it can't be brought to its end now
     * @throws UnfinishedException when the turn is over before
     */
    void bringToEnd(Received<E> received, Deadline turn) {
        if (done.contains(received.kept())) {
            return;
        }
        if (turn.hasPassed()) {
            throw new UnfinishedException();
        }
        switch (received) {
            case Received.Event<E> event -> handle(event, turn);
            case Received.Garbage<E> garbage -> deadLetters.take(garbage.kept(), garbage.cause());
        }
        done.add(received.kept());
    }

    private void handle(Received.Event<E> received, Deadline turn) {
        Progress progress = begun.computeIfAbsent(received.kept(), kept -> new Progress());
        for (int attempt = 1;; attempt++) {
            try {
                metrics.handled(received.event(), handle.handle(received.event(), progress, turn));
                return;
            } catch (UnfinishedException later) {
                throw later;
            } catch (RuntimeException failure) {
                if (Outage.isOutage(failure)) {
                    // Who was cut short by the turn's end is no proof of an outage.
                    throw turn.hasPassed() ? new UnfinishedException() : new Outage(failure);
                }
                if (attempt == TRIES) {
                    deadLetters.take(received.kept(), failure);
                    return;
                }
            }
        }
    }
}
