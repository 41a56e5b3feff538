package timeline.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.KafkaAdmin;
import timeline.eventlog.TopicSetup.Refused;
import timeline.eventlog.TopicSetup.There;
import timeline.eventlog.TopicSetup.Waiting;
import timeline.testkit.TestStores;

class TopicSetupIT {
    private final String name = "topic-" + UUID.randomUUID();
    private final KafkaAdmin kafka = admin(TestStores.kafka().bootstrapServers(), 30_000);

    @Test
    void makesTheTopicOnce() {
        TopicSetup setup = new TopicSetup(kafka, topic(2));
        assertThat(setup.state()).isInstanceOf(Waiting.class);

        assertThat(setup.tryToCreate()).isTrue();
        assertThat(setup.state()).isEqualTo(new There());
        assertThat(partitions()).isEqualTo(2);
    }

    /** Spring's own would add the missing partitions, and break the order of events that are keyed. */
    @Test
    void leavesATopicThatIsThereAsItIs() {
        kafka.createOrModifyTopics(topic(2));

        assertThat(new TopicSetup(kafka, topic(6)).tryToCreate()).isTrue();
        assertThat(partitions()).isEqualTo(2);
    }

    @Test
    void namesWhatKafkaRefuses() {
        TopicSetup setup = new TopicSetup(kafka, topic(2).configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "maybe")));

        assertThat(setup.tryToCreate()).isFalse();
        assertThat(setup.state()).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.reason()).contains("InvalidConfigurationException").contains("maybe"));
        assertThat(new TopicHealth(setup).health()).satisfies(health -> {
            assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health.getDetails().toString()).contains(name, "InvalidConfigurationException");
        });
    }

    @Test
    void waitsForAKafkaThatDoesNotAnswer() {
        TopicSetup setup = new TopicSetup(admin("127.0.0.1:1", 1_000), topic(2));

        assertThat(setup.tryToCreate()).isFalse();
        assertThat(setup.state()).isInstanceOfSatisfying(Waiting.class,
                waiting -> assertThat(waiting.reason()).contains("TimeoutException"));
        assertThat(new TopicHealth(setup).health().getStatus()).as("the outbox waits").isEqualTo(Status.UP);
    }

    private int partitions() {
        return kafka.describeTopics(name).values().iterator().next().partitions().size();
    }

    private NewTopic topic(int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    private static KafkaAdmin admin(String servers, int patienceMillis) {
        return new KafkaAdmin(Map.of("bootstrap.servers", servers, "request.timeout.ms", patienceMillis,
                "default.api.timeout.ms", patienceMillis));
    }
}
