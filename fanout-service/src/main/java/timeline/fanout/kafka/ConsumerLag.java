package timeline.fanout.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far all consumers of a topic together are behind its log. Connects when it is first asked. */
public final class ConsumerLag implements AutoCloseable {
    /** A constant: what is being handled at any moment at the peak; more than that is a backlog. */
    static final long CAUGHT_UP = 500;
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Map<String, Object> admin;
    private final String topic;
    private volatile @Nullable Admin client;

    /** @param admin the settings of an admin client */
    public ConsumerLag(Map<String, Object> admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    /** Whether the log holds more than what is being handled. Not known to, when it does not answer. */
    public boolean isBehind() {
        try {
            return lag() > CAUGHT_UP;
        } catch (ExecutionException | TimeoutException | KafkaException silent) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        Admin open = client;
        if (open != null) {
            open.close(WAIT);
        }
    }

    private long lag() throws ExecutionException, InterruptedException, TimeoutException {
        Admin kafka = client();
        List<TopicPartition> partitions = get(kafka.describeTopics(List.of(topic)).topicNameValues().get(topic))
                .partitions().stream().map(partition -> new TopicPartition(topic, partition.partition())).toList();
        String group = EventConsumers.groupOf(topic);
        Map<TopicPartition, OffsetAndMetadata> committed = get(
                kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(kafka, partitions, OffsetSpec.latest());
        // Where nobody has committed yet, consumers begin at the beginning.
        Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(kafka,
                partitions.stream().filter(partition -> committed.get(partition) == null).toList(),
                OffsetSpec.earliest());
        return ends.entrySet().stream().mapToLong(end -> {
            OffsetAndMetadata done = committed.get(end.getKey());
            ListOffsetsResultInfo begin = begins.get(end.getKey());
            long from = done != null ? done.offset() : begin != null ? begin.offset() : 0;
            return Math.max(0, end.getValue().offset() - from);
        }).sum();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(Admin kafka,
            Collection<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        return partitions.isEmpty()
                ? Map.of()
                : get(kafka.listOffsets(partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> spec))).all());
    }

    private static <T> T get(@Nullable KafkaFuture<T> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return Objects.requireNonNull(answer).get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Admin client() {
        Admin open = client;
        if (open == null) {
            open = Admin.create(admin);
            client = open;
        }
        return open;
    }
}
