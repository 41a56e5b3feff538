package timeline.local.deadletter.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import timeline.event.Topics;
import timeline.local.StackException;
import timeline.local.deadletter.DeadLetter;
import timeline.local.deadletter.DeadLetterQueue;
import timeline.local.deadletter.LetterId;
import timeline.local.deadletter.Settlement;

/**
 * The dead letter topics that the fan-out writes, and beside them a compacted topic that says what became of which letter: the
 * letters themselves can't be marked, for a log is only ever appended to.
 */
public final class KafkaDeadLetterQueue implements DeadLetterQueue, AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String CAUSE = "kafka_dlt-exception-cause-fqcn";
    private static final String EXCEPTION = "kafka_dlt-exception-fqcn";
    private static final String MESSAGE = "kafka_dlt-exception-message";
    private static final String SOURCE_OFFSET = "kafka_dlt-original-offset";

    private final List<String> sources;
    private final String settled;
    private final Admin admin;
    private final WholeTopics topics;
    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * @param sources topics whose dead letters are meant
     * @param settled the topic of the settlements; made when it is not there
     */
    public KafkaDeadLetterQueue(String bootstrapServers, List<String> sources, String settled) {
        this.sources = List.copyOf(sources);
        this.settled = settled;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers, "default.api.timeout.ms",
                PATIENCE_MILLIS, "request.timeout.ms", PATIENCE_MILLIS / 2));
        this.topics = new WholeTopics(bootstrapServers, Duration.ofMillis(PATIENCE_MILLIS));
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.block.ms",
                PATIENCE_MILLIS, "delivery.timeout.ms", PATIENCE_MILLIS, "request.timeout.ms", PATIENCE_MILLIS / 2,
                "max.request.size", 2 * 1024 * 1024), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public List<DeadLetter> open() {
        Map<String, Settlement> settlements = settlements();
        return letters().stream().filter(letter -> !settlements.containsKey(letter.id().toString()))
                .sorted(Comparator.comparing(DeadLetter::buried)).toList();
    }

    @Override
    public Optional<DeadLetter> find(LetterId id) {
        return letters().stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Settlement> settlement(LetterId id) {
        return Optional.ofNullable(settlements().get(id.toString()));
    }

    @Override
    public void replay(DeadLetter letter) {
        send(new ProducerRecord<>(letter.source(), letter.id().partition(), letter.key(), letter.value()));
    }

    @Override
    public void settle(LetterId id, Settlement settlement) {
        makeSettledTopic();
        send(new ProducerRecord<>(settled, id.toString().getBytes(StandardCharsets.UTF_8),
                settlement.name().getBytes(StandardCharsets.UTF_8)));
    }

    private List<DeadLetter> letters() {
        List<DeadLetter> letters = new ArrayList<>();
        for (String source : sources) {
            answered(() -> topics.read(source + Topics.DEAD_LETTER_SUFFIX))
                    .forEach(kept -> letters.add(letter(source, kept)));
        }
        return letters;
    }

    private Map<String, Settlement> settlements() {
        Map<String, Settlement> settlements = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> kept : answered(() -> topics.read(settled))) {
            settlements.put(new String(kept.key(), StandardCharsets.UTF_8),
                    Settlement.valueOf(new String(kept.value(), StandardCharsets.UTF_8)));
        }
        return settlements;
    }

    private static DeadLetter letter(String source, ConsumerRecord<byte[], byte[]> kept) {
        // The exception is the listener's wrapper where there is one; what people want to know is its cause.
        String exception = text(kept, CAUSE).or(() -> text(kept, EXCEPTION)).orElse("no cause was written down");
        String cause = text(kept, MESSAGE).map(message -> exception + ": " + message).orElse(exception);
        return new DeadLetter(new LetterId(kept.topic(), kept.partition(), kept.offset()), source, sourceOffset(kept),
                Instant.ofEpochMilli(kept.timestamp()), cause, kept.key(), kept.value());
    }

    private static long sourceOffset(ConsumerRecord<byte[], byte[]> kept) {
        Header header = kept.headers().lastHeader(SOURCE_OFFSET);
        byte @Nullable [] bytes = header == null ? null : header.value();
        return bytes == null || bytes.length != Long.BYTES ? -1 : java.nio.ByteBuffer.wrap(bytes).getLong();
    }

    private static Optional<String> text(ConsumerRecord<byte[], byte[]> kept, String name) {
        return Optional.ofNullable(kept.headers().lastHeader(name)).map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)).filter(text -> !text.isBlank());
    }

    private void makeSettledTopic() {
        NewTopic topic = new NewTopic(settled, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        answered(() -> {
            try {
                admin.createTopics(List.of(topic)).all().get();
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException(refused.getCause());
                }
            }
            return topic;
        });
    }

    private void send(ProducerRecord<byte[], byte[]> kept) {
        answered(() -> {
            try {
                return producer.send(kept).get();
            } catch (ExecutionException refused) {
                throw new KafkaException(refused.getCause());
            }
        });
    }

    private interface Question<T> {
        T ask() throws InterruptedException;
    }

    private static <T> T answered(Question<T> question) {
        try {
            return question.ask();
        } catch (KafkaException down) {
            throw new StackException("Kafka does not answer: " + down.getMessage(), down);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }
}
