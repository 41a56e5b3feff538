package timeline.fanout.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.core.KafkaAdmin;
import timeline.event.Topics;
import timeline.eventlog.TopicSetup;

/**
 * The dead letter topics: as many partitions as their sources, because a dead letter keeps its partition, and 30 days to find out
 * what happened.
 */
public final class DeadLetterTopics {
    private static final Duration RETENTION = Duration.ofDays(30);
    /** A dead letter is its record and some headers more. */
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private final KafkaAdmin admin;

    public DeadLetterTopics(KafkaAdmin admin) {
        this.admin = admin;
    }

    /** Each waits until its source is there. */
    public List<TopicSetup> setups() {
        return Stream.of(Topics.TWEETS, Topics.FOLLOWS)
                .map(source -> new TopicSetup(admin, source + Topics.DEAD_LETTER_SUFFIX, () -> behind(source)))
                .toList();
    }

    private NewTopic behind(String source) {
        int partitions = admin.describeTopics(source).values().iterator().next().partitions().size();
        // No replication factor: the cluster knows how many brokers it has.
        return new NewTopic(source + Topics.DEAD_LETTER_SUFFIX, Optional.of(partitions), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_BYTES)));
    }
}
