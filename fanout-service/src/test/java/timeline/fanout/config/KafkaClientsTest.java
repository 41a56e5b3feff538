package timeline.fanout.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.io.ClassPathResource;

/** The consumers' settings on which promises rest: Kafka's own defaults lose, repeat, or wait for minutes. */
class KafkaClientsTest {
    private final ConsumerConfig consumer = new ConsumerConfig(settings().buildConsumerProperties());

    @Test
    void nothingIsSkipped() {
        assertThat(consumer.getString("auto.offset.reset"))
                .as("G10: \"latest\" skips what was posted before the first start")
                .isEqualTo("earliest");
        assertThat(consumer.getBoolean("enable.auto.commit")).as("G1: an offset is committed when its work is done")
                .isFalse();
        assertThat(consumer.getBoolean("allow.auto.create.topics")).as("topics belong to those who write them")
                .isFalse();
    }

    @Test
    void aWorkerThatDiedIsReplacedWithinSecondsAndOneThatHangsWithinAMinute() {
        assertThat(consumer.getInt("session.timeout.ms")).as("45 s by default").isEqualTo(6_000);
        assertThat(consumer.getInt("heartbeat.interval.ms")).isLessThanOrEqualTo(2_000);
        assertThat(consumer.getInt("max.poll.interval.ms")).as("5 minutes by default").isEqualTo(60_000);
        assertThat(consumer.getInt("max.poll.records")).as("a batch is done well before that").isEqualTo(50);
        assertThat(consumer.getList("partition.assignment.strategy"))
                .as("the others go on while one is replaced")
                .containsExactly(CooperativeStickyAssignor.class.getName());
    }

    private static KafkaProperties settings() {
        try {
            return new Binder(ConfigurationPropertySources.from(
                    new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"))))
                    .bind("spring.kafka", KafkaProperties.class).get();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
