package timeline.fanout.kafka;

import java.time.Duration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import timeline.deadline.Deadline;

/** Makes the consumers of the topics. */
public final class EventConsumers {
    /** A constant: a hiccup costs no more, and the wait doubles, so that after a second the first one no longer matters. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    /**
     * For one dead letter to be acknowledged. A constant: the producer decides within 3.5 s, and a turn with this wait must end well before
     * {@code max.poll.interval.ms}, or the letter is put aside by two workers.
     */
    public static final Duration DEAD_LETTER_PATIENCE = Duration.ofSeconds(5);
    /**
     * A turn that was begun is finished, and its offsets are committed if that was all, before the process goes. A constant: longer than the
     * longest turn that can be set, and shorter than what both stacks give a process to stop.
     */
    public static final Duration LAST_TURN = Duration.ofSeconds(15);

    private final ConsumerFactory<byte[], byte[]> factory;
    private final DeadLetters deadLetters;
    private final Lanes lanes;
    private final FanoutMetrics metrics;
    private final Duration turn;
    private final Duration longestWait;

    /**
     * @param turn how long a batch is worked on before Kafka hears of its consumer again; what is left goes on then
     * @param longestWait within this time after an outage, and after a turn, work goes on
     */
    public EventConsumers(ConsumerFactory<byte[], byte[]> factory, KafkaTemplate<byte[], byte[]> kafka, Lanes lanes,
            FanoutMetrics metrics, Duration turn, Duration longestWait) {
        this.factory = factory;
        this.deadLetters = new DeadLetters(kafka, DEAD_LETTER_PATIENCE, metrics);
        this.lanes = lanes;
        this.metrics = metrics;
        this.turn = turn;
        this.longestWait = longestWait;
    }

    /** @param consumers how many partitions are worked on at once, each batch by itself */
    public <E> ConcurrentMessageListenerContainer<byte[], byte[]> consume(EventSource<E> source, int consumers) {
        RecordHandler<E> handler = new RecordHandler<>(source.handle(), deadLetters, metrics);
        ContainerProperties properties = new ContainerProperties(source.topic());
        properties.setGroupId(groupOf(source.topic()));
        properties.setClientId("fanout-" + source.topic());
        properties.setAckMode(AckMode.BATCH);
        properties.setSyncCommits(true);
        properties.setMissingTopicsFatal(false);
        properties.setShutdownTimeout(LAST_TURN.toMillis());
        // An authorisation that comes late is an outage like any other; by default it ends the consumer.
        properties.setAuthExceptionRetryInterval(longestWait);
        properties.setMessageListener(new EventListener<>(source, handler, lanes, metrics, () -> Deadline.in(turn)));
        ConcurrentMessageListenerContainer<byte[], byte[]> container = new ConcurrentMessageListenerContainer<>(factory,
                properties);
        container.setConcurrency(consumers);
        container.setCommonErrorHandler(waitingForever());
        return container;
    }

    static String groupOf(String topic) {
        return "fanout-" + topic;
    }

    /**
     * The only exceptions that leave a listener are an outage, the end of a turn, or a defect of the listener itself: all are tried
     * again for ever, the consumer paused and polling in between, so that the group does not miss it. Java's errors pass by and stop the container.
     */
    private DefaultErrorHandler waitingForever() {
        ExponentialBackOff waits = new ExponentialBackOff(FIRST_WAIT.toMillis(), 2);
        waits.setMaxInterval(longestWait.toMillis());
        return new DefaultErrorHandler((kept, cause) -> {
            throw new IllegalStateException("never given up", cause);
        }, waits);
    }
}
