package timeline.fanout.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import timeline.event.MalformedEventException;

/** A record, and what was made of its bytes. */
sealed interface Received<E> {
    ConsumerRecord<byte[], byte[]> kept();

    /** Records of equal lanes are handled one after the other. */
    Object lane();

    /** An event. */
    record Event<E>(ConsumerRecord<byte[], byte[]> kept, E event, Object lane) implements Received<E> {}

    /** No event that this reader knows; a lane of its own, for it must not hold anybody up. */
    record Garbage<E>(ConsumerRecord<byte[], byte[]> kept, MalformedEventException cause) implements Received<E> {
        @Override
        public Object lane() {
            return kept;
        }
    }

    static <E> Received<E> read(ConsumerRecord<byte[], byte[]> kept, EventSource<E> source) {
        try {
            E event = source.decode().apply(value(kept));
            return new Event<>(kept, event, source.lane().apply(event));
        } catch (MalformedEventException cause) {
            return new Garbage<>(kept, cause);
        }
    }

    private static byte[] value(ConsumerRecord<byte[], byte[]> kept) {
        byte @Nullable [] value = kept.value();
        if (value == null) {
            throw new MalformedEventException("no value");
        }
        return value;
    }
}
