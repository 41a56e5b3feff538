package timeline.event.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** A topic of events, made by the service that owns it. */
public final class EventTopic {
    private static final int PARTITIONS = 6;

    /** How long the fan-out may be down and still go on where it stopped. */
    private static final Duration RETENTION = Duration.ofDays(7);

    private final String name;
    private final Map<String, Object> connection;

    /**
     * @param name one of {@link timeline.event.Topics}
     * @param connection the settings of an admin client
     */
    public EventTopic(String name, Map<String, Object> connection) {
        this.name = name;
        this.connection = Map.copyOf(connection);
    }

    /**
     * Tries once.
     *
     * @return whether the topic is there
     */
    public boolean tryToCreate() {
        // No replication factor: the cluster knows how many brokers it has.
        NewTopic topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis())));
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof TopicExistsException;
        } catch (KafkaException notConfigured) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
