package timeline.fanout.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import timeline.event.EventCodec;
import timeline.event.Topics;
import timeline.event.TweetEvent;
import timeline.fanout.kafka.EventSource.Handling;
import timeline.testkit.KafkaStore;
import timeline.testkit.TestStores;

/** A topic of its own with a consumer on it, made as the service makes them, whose events a test handles. */
final class ConsumedTopic implements AutoCloseable {
    private static final int PARTITIONS = 3;

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KafkaStore store = TestStores.kafka();
    private final String topic = store.freshName("events");
    private final Lanes lanes = new Lanes(8);
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", store.bootstrapServers(), "acks", "all", "max.block.ms", 500,
                    "max.request.size", 2 * 1024 * 1024, "linger.ms", 50),
            new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaTemplate<byte[], byte[]> kafka = new KafkaTemplate<>(producers);
    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

    ConsumedTopic(Handling<TweetEvent> handle, Duration turn) {
        create(topic, Map.of());
        FanoutMetrics metrics = new FanoutMetrics(meters, InstantSource.system());
        EventConsumers consumers = new EventConsumers(consumerFactory(), kafka, lanes, metrics, turn,
                Duration.ofSeconds(2));
        container = consumers.consume(
                new EventSource<>(topic, EventCodec::decodeTweetEvent, TweetEvent::author, handle), 2);
    }

    ConcurrentMessageListenerContainer<byte[], byte[]> container() {
        return container;
    }

    /** Begins to consume, when all that was sent is in the log. */
    void start() {
        kafka.flush();
        container.start();
    }

    void createDeadLetterTopic() {
        create(topic + Topics.DEAD_LETTER_SUFFIX, Map.of("max.message.bytes", Integer.toString(2 * 1024 * 1024)));
    }

    void send(TweetEvent event) {
        sendRaw(event.author().value(), EventCodec.encode(event));
    }

    void sendRaw(long key, byte @Nullable [] value) {
        byte[] bytes = Long.toString(key).getBytes(StandardCharsets.UTF_8);
        var _ = kafka.send(new ProducerRecord<>(topic, (int) (key % PARTITIONS), bytes, value));
    }

    /** Everything in the dead letter topic by now. */
    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        Map<String, Object> settings = Map.of("bootstrap.servers", store.bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                partitions.add(new TopicPartition(topic + Topics.DEAD_LETTER_SUFFIX, partition));
            }
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            long end = reader.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (found.size() < end) {
                reader.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** Records that no offset is committed for yet. */
    long lag() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", store.bootstrapServers()));
                KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", store.bootstrapServers()), new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> committed = new HashMap<>();
            admin.listConsumerGroupOffsets("fanout-" + topic).partitionsToOffsetAndMetadata().get()
                    .forEach((partition, offset) -> committed.put(partition, offset.offset()));
            List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition())).toList();
            return reader.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L)).sum();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        container.stop();
        lanes.close();
        producers.destroy();
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> consumerFactory() {
        return new DefaultKafkaConsumerFactory<>(
                Map.of("bootstrap.servers", store.bootstrapServers(), "auto.offset.reset", "earliest",
                        "enable.auto.commit", false, "max.poll.records", 50, "session.timeout.ms", 6000,
                        "heartbeat.interval.ms", 2000, "partition.assignment.strategy",
                        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor", "allow.auto.create.topics",
                        false),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void create(String name, Map<String, String> settings) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", store.bootstrapServers()))) {
            admin.createTopics(
                    List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(settings))).all()
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
