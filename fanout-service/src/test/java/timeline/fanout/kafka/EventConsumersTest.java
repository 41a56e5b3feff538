package timeline.fanout.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import timeline.event.FollowEvent;

/** The options on which promises rest, as the built consumer has them. */
class EventConsumersTest {
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container = new EventConsumers(
            new DefaultKafkaConsumerFactory<>(Map.of()),
            new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())), new Lanes(1),
            new FanoutMetrics(new SimpleMeterRegistry(), InstantSource.system()), Duration.ofSeconds(10),
            Duration.ofSeconds(2))
            .consume(new EventSource<FollowEvent>("follows", bytes -> {
                throw new AssertionError("nothing is consumed");
            }, FollowEvent::follower, (event, progress, turn) -> {
                throw new AssertionError("nothing is handled");
            }), 3);

    @Test
    void offsetsAreCommittedWhenTheBatchIsDoneAndBeforeTheNextOne() {
        assertThat(container.getContainerProperties().getAckMode()).as("G1").isEqualTo(AckMode.BATCH);
        assertThat(container.getContainerProperties().isSyncCommits()).as("a commit that failed is noticed").isTrue();
        assertThat(container.getContainerProperties().getMessageListener())
                .as("returns when all of the batch is done").isInstanceOf(BatchMessageListener.class);
        assertThat(container.getContainerProperties().getShutdownTimeout())
                .as("a batch that was begun is finished, and committed, before the process goes; 10 s by default")
                .isEqualTo(15_000);
    }

    @Test
    void anOutageIsWaitedForWhateverItIs() {
        assertThat(container.getCommonErrorHandler()).isInstanceOf(DefaultErrorHandler.class);
        assertThat(container.getContainerProperties().getAuthExceptionRetryInterval())
                .as("by default a refused authorisation ends the consumer").isEqualTo(Duration.ofSeconds(2));
        assertThat(container.getContainerProperties().isMissingTopicsFatal()).isFalse();
    }

    @Test
    void everyTopicHasAGroupOfItsOwnAndAsManyConsumersAsAreSet() {
        assertThat(container.getGroupId()).isEqualTo("fanout-follows");
        assertThat(container.getConcurrency()).isEqualTo(3);
    }
}
