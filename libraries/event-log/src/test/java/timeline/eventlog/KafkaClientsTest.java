package timeline.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.io.ClassPathResource;

/** The settings on which promises rest, as the clients get them: Kafka's own defaults lose, repeat, or wait for a minute. */
class KafkaClientsTest {
    private final ProducerConfig producer = new ProducerConfig(settings().buildProducerProperties());

    @Test
    void anEventIsPublishedOnlyWhenEveryReplicaInSyncHasItAndInOrder() {
        assertThat(producer.getString("acks")).as("G1: all in sync, not the leader alone").isEqualTo("-1");
        assertThat(producer.getBoolean("enable.idempotence")).as("a retry neither repeats nor overtakes").isTrue();
    }

    @Test
    void aBrokerThatIsGoneIsWaitedForBriefly() {
        assertThat(producer.getLong("max.block.ms")).as("by default a send blocks for a minute").isEqualTo(500);
        assertThat(producer.getInt("request.timeout.ms")).isEqualTo(1_000);
        assertThat(producer.getInt("delivery.timeout.ms")).as("then the relay takes over; by default after 2 minutes")
                .isEqualTo(3_000);
        assertThat(producer.getLong("reconnect.backoff.max.ms")).as("back within a second or so of the broker")
                .isLessThanOrEqualTo(1_000);
    }

    @Test
    void aTopicIsNotMadeWhileTheServiceStartsAndNobodyWaitsForItLong() {
        assertThat(settings().getAdmin().isAutoCreate()).as("a service starts without Kafka").isFalse();
        AdminClientConfig admin = new AdminClientConfig(settings().buildAdminProperties());
        assertThat(admin.getInt("request.timeout.ms")).as("30 s by default").isEqualTo(2_000);
        assertThat(admin.getInt("default.api.timeout.ms"))
                .as("with a retry; a minute by default, for which background work could not end").isEqualTo(5_000);
        assertThat(admin.getLong("reconnect.backoff.max.ms")).as("back within a second or so of the broker")
                .isLessThanOrEqualTo(1_000);
    }

    private static KafkaProperties settings() {
        try {
            return new Binder(ConfigurationPropertySources.from(
                    new YamlPropertySourceLoader().load("application",
                            new ClassPathResource("timeline/eventlog/kafka-clients.yml"))))
                    .bind("spring.kafka", KafkaProperties.class).get();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
