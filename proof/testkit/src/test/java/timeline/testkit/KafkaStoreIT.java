package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaStoreIT {
    private final KafkaStore kafka = TestStores.kafka();
    private final String topic = kafka.freshName("acknowledged");
    private final Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());

    @Test
    void keepsEveryAcknowledgedRecordWhenKilledInMidWrite() throws Exception {
        createTopic();
        int acknowledged;
        try (KafkaProducer<String, String> producer = producer()) {
            AcknowledgedWrites writes = AcknowledgedWrites.start(id -> producer
                    .send(new ProducerRecord<>(topic, Integer.toString(id))).get(2, TimeUnit.SECONDS));
            writes.awaitAtLeast(200);
            kafka.node().kill();
            acknowledged = writes.stop();
        }
        kafka.node().start();

        assertThat(records(acknowledged))
                .containsAll(IntStream.range(0, acknowledged).mapToObj(Integer::toString).toList());
    }

    @Test
    void startsAgainAfterAnOrderlyStop() throws Exception {
        createTopic();
        kafka.node().stop();
        kafka.node().start();
        try (Admin admin = Admin.create(settings)) {
            assertThat(admin.listTopics().names().get()).contains(topic);
        }
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private KafkaProducer<String, String> producer() {
        Map<String, Object> all = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "max.block.ms",
                2_000,
                "request.timeout.ms", 1_000, "delivery.timeout.ms", 2_000);
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    private Set<String> records(int atLeast) {
        Set<String> records = new HashSet<>();
        try (KafkaConsumer<byte[], String> consumer = new KafkaConsumer<>(settings,
                (name, bytes) -> bytes == null ? new byte[0] : bytes, new StringDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            Await.that(atLeast + " records are there", () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> records.add(record.value()));
                return records.size() >= atLeast;
            });
        }
        return records;
    }
}
