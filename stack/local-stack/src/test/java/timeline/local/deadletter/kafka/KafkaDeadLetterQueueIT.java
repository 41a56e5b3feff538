package timeline.local.deadletter.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import timeline.local.deadletter.DeadLetter;
import timeline.local.deadletter.DeadLetterQueue;
import timeline.local.deadletter.DeadLetterQueueContract;
import timeline.testkit.KafkaStore;
import timeline.testkit.TestStores;

/** The headers are those that Spring Kafka's recoverer writes. */
class KafkaDeadLetterQueueIT implements DeadLetterQueueContract {
    private final KafkaStore kafka = TestStores.kafka();
    private final String source = kafka.freshName("source");
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()), new ByteArraySerializer(),
            new ByteArraySerializer());
    private KafkaDeadLetterQueue queue;

    @BeforeEach
    void topics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(source, Optional.of(3), Optional.empty()),
                    new NewTopic(source + ".dlt", Optional.of(3), Optional.empty()))).all().get();
        }
        queue = new KafkaDeadLetterQueue(kafka.bootstrapServers(), List.of(source, "never-made"), source + ".settled");
    }

    @AfterEach
    void close() {
        queue.close();
        producer.close(Duration.ZERO);
    }

    @Override
    public DeadLetterQueue queue() {
        return queue;
    }

    @Override
    public DeadLetter bury(String value) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(source + ".dlt", 2, null,
                value.getBytes(StandardCharsets.UTF_8));
        letter.headers()
                .add("kafka_dlt-exception-fqcn", "java.lang.IllegalStateException".getBytes(StandardCharsets.UTF_8))
                .add("kafka_dlt-exception-message", "poison".getBytes(StandardCharsets.UTF_8))
                .add("kafka_dlt-original-offset", ByteBuffer.allocate(Long.BYTES).putLong(7).array());
        try {
            producer.send(letter).get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        return queue.open().getLast();
    }

    @Override
    public List<String> replayed() {
        return new WholeTopics(kafka.bootstrapServers(), Duration.ofSeconds(10)).read(source).stream()
                .map(kept -> new String(kept.value(), StandardCharsets.UTF_8)).toList();
    }
}
