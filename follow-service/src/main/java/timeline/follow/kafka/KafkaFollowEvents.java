package timeline.follow.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import timeline.event.EventCodec;
import timeline.event.Topics;
import timeline.follow.outbox.FollowEvents;
import timeline.follow.outbox.OutboxEntry;

/**
 * Sends a batch and waits for the acknowledgements. With the broker gone, the first send waits for as long as the producer may block,
 * and the rest of the batch is not tried.
 */
public final class KafkaFollowEvents implements FollowEvents {
    /** More than the producer's delivery time-out, which answers every record one way or the other. */
    private static final long PATIENCE_SECONDS = 4;

    private final KafkaTemplate<String, byte[]> kafka;

    public KafkaFollowEvents(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public List<Long> publish(List<OutboxEntry> entries) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        try {
            for (OutboxEntry entry : entries) {
                sent.add(kafka.send(Topics.FOLLOWS, EventCodec.key(entry.event().author()),
                        EventCodec.encode(entry.event())));
            }
        } catch (org.springframework.kafka.KafkaException | KafkaException brokerGone) {
            // What was sent before may still arrive: it is waited for below, the rest stays in the outbox.
        }
        List<Long> acknowledged = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (acknowledged(sent.get(i))) {
                acknowledged.add(entries.get(i).number());
            }
        }
        return acknowledged;
    }

    private static boolean acknowledged(CompletableFuture<?> record) {
        try {
            record.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException refused) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
