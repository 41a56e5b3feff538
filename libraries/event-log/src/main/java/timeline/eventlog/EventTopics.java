package timeline.eventlog;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import timeline.event.Topics;

/** The topics of events, as their owners make them. */
public final class EventTopics {
    /** Events of one author keep their order within one of them. */
    private static final int PARTITIONS = 6;

    /** How long the fan-out may be down and still go on where it stopped. */
    private static final Duration RETENTION = Duration.ofDays(7);

    private EventTopics() {
    }

    /** Owned by the tweet-service. */
    public static NewTopic tweets() {
        return topic(Topics.TWEETS);
    }

    /** Owned by the follow-service. */
    public static NewTopic follows() {
        return topic(Topics.FOLLOWS);
    }

    private static NewTopic topic(String name) {
        // No replication factor: the cluster knows how many brokers it has.
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis())));
    }
}
