package timeline.follow.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import timeline.event.EventCodec;
import timeline.event.FollowEvent;
import timeline.event.Topics;
import timeline.follow.outbox.FollowEvents;

/**
 * Sends events to their topic, keyed by the author. The producer's settings give the bounds: {@code max.block.ms} until a send returns,
 * {@code delivery.timeout.ms} until it is decided, and one author's events in order, as it is idempotent.
 */
public final class KafkaFollowEvents implements FollowEvents {
    private final KafkaTemplate<String, byte[]> kafka;

    public KafkaFollowEvents(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    @Override
    public CompletionStage<?> publish(FollowEvent event) {
        try {
            return kafka.send(Topics.FOLLOWS, EventCodec.key(event.author()), EventCodec.encode(event));
        } catch (org.springframework.kafka.KafkaException | KafkaException brokerGone) {
            return CompletableFuture.failedFuture(brokerGone);
        }
    }
}
