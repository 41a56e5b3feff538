package timeline.fanout.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import timeline.event.Topics;

/**
 * Where poison goes: the dead letter topic, same partition and key, with where it came from and what was wrong with it in the
 * headers. It is there when this returns; a dead letter that can't be written is an outage, and its record is kept.
 */
final class DeadLetters {
    private final DeadLetterPublishingRecoverer publisher;
    private final FanoutMetrics metrics;

    /** @param patience more than the producer's delivery time-out, so that every send is answered one way or the other */
    DeadLetters(KafkaTemplate<byte[], byte[]> kafka, Duration patience, FanoutMetrics metrics) {
        this.publisher = new DeadLetterPublishingRecoverer(kafka,
                (poison, cause) -> new TopicPartition(poison.topic() + Topics.DEAD_LETTER_SUFFIX, poison.partition()));
        publisher.setFailIfSendResultIsError(true);
        publisher.setWaitForSendResultTimeout(patience);
        // A stack trace could make the dead letter larger than a record may be, and then it would never be written.
        publisher.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        this.metrics = metrics;
    }

    /** @throws Outage when the dead letter was not acknowledged */
    void take(ConsumerRecord<byte[], byte[]> poison, RuntimeException cause) {
        try {
            publisher.accept(poison, cause);
        } catch (RuntimeException notWritten) {
            throw new Outage(notWritten);
        }
        metrics.deadLetter(poison.topic(), cause);
    }
}
