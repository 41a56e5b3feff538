package timeline.fanout.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import timeline.event.Topics;

/**
 * The dead letter topics: as many partitions as their sources, because a dead letter keeps its partition, and 30 days to find out
 * what happened.
 */
public final class DeadLetterTopics {
    private static final Duration RETENTION = Duration.ofDays(30);
    /** A dead letter is its record and some headers more. */
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private final Supplier<Admin> connect;

    public DeadLetterTopics(Supplier<Admin> connect) {
        this.connect = connect;
    }

    /**
     * Tries once.
     *
     * @return whether all are there; false also while a source is not there yet
     */
    public boolean tryToCreate() {
        try (Admin admin = connect.get()) {
            return Stream.of(Topics.TWEETS, Topics.FOLLOWS).allMatch(source -> create(admin, source));
        } catch (KafkaException unreachable) {
            return false;
        }
    }

    private static boolean create(Admin admin, String source) {
        try {
            int partitions = admin.describeTopics(List.of(source)).allTopicNames().get().values().iterator().next()
                    .partitions().size();
            // No replication factor: the cluster knows how many brokers it has.
            NewTopic topic = new NewTopic(source + Topics.DEAD_LETTER_SUFFIX, Optional.of(partitions), Optional.empty())
                    .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()),
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_BYTES)));
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof TopicExistsException;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
