package timeline.fanout.kafka;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import timeline.fanout.FanoutOutcome;

/**
 * Brings one record to its end: handled, or in the dead letter topic. Remembers which records are done for as long as the consumer
 * keeps them, so that a batch that is handed over again after an outage repeats nothing, above all no dead letter.
 *
 * <p>Thread safe.
 */
final class RecordHandler<E> {
    /** What fails without a known reason may do better next time; what fails so often is poison. */
    private static final int TRIES = 3;

    private final Function<E, FanoutOutcome> handle;
    private final DeadLetters deadLetters;
    private final FanoutMetrics metrics;
    /** By identity, for records have no equality of their own. */
    private final Set<ConsumerRecord<byte[], byte[]>> done = Collections
            .synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    RecordHandler(Function<E, FanoutOutcome> handle, DeadLetters deadLetters, FanoutMetrics metrics) {
        this.handle = handle;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** @throws Outage when it can't be brought to its end now */
    void bringToEnd(Received<E> received) {
        if (done.contains(received.kept())) {
            return;
        }
        switch (received) {
            case Received.Event<E> event -> handle(event);
            case Received.Garbage<E> garbage -> deadLetters.take(garbage.kept(), garbage.cause());
        }
        done.add(received.kept());
    }

    private void handle(Received.Event<E> received) {
        for (int attempt = 1;; attempt++) {
            try {
                metrics.handled(received.event(), handle.apply(received.event()));
                return;
            } catch (RuntimeException failure) {
                if (Outage.isOutage(failure)) {
                    throw new Outage(failure);
                }
                if (attempt == TRIES) {
                    deadLetters.take(received.kept(), failure);
                    return;
                }
            }
        }
    }
}
