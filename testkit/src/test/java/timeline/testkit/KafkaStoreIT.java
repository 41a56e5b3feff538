package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaStoreIT {
    private final KafkaStore kafka = TestStores.kafka();

    @Test
    void namesItsPort() {
        assertThat(kafka.bootstrapServers()).endsWith(":" + kafka.node().port());
    }

    @Test
    void startsAgainAfterAKillAndAfterAnOrderlyStop() {
        kafka.node().kill();
        kafka.node().start();
        kafka.node().stop();
        kafka.node().start();
    }
}
