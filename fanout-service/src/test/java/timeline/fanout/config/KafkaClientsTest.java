package timeline.fanout.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.io.ClassPathResource;
import timeline.fanout.kafka.EventConsumers;

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
        assertThat(consumer.getList("partition.assignment.strategy"))
                .as("the others go on while one is replaced")
                .containsExactly(CooperativeStickyAssignor.class.getName());
    }

    @Test
    void aWorkerIsHeardOfInTimeHoweverMuchThereIsInABatch() {
        FanoutSettings fanout = file().bindOrCreate("timeline.fanout", FanoutSettings.class);
        Duration turn = fanout.turn();
        // A turn ends when the call that is under way does, which it cuts short, and a dead letter is waited for.
        Duration longest = turn.plus(EventConsumers.DEAD_LETTER_PATIENCE).plus(fanout.longestWait());

        assertThat(longest.multipliedBy(3)).as("three times over, for a machine that is busy with other things")
                .isLessThanOrEqualTo(Duration.ofMillis(consumer.getInt("max.poll.interval.ms")));
        assertThat(turn).as("a worker that is told to stop ends its turn").isLessThan(EventConsumers.LAST_TURN);
    }

    private static KafkaProperties settings() {
        return file().bind("spring.kafka", KafkaProperties.class).get();
    }

    private static Binder file() {
        try {
            return new Binder(ConfigurationPropertySources.from(
                    new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
