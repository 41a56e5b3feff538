package timeline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuUseTest {
    private final CpuUse before = new CpuUse(Map.of("redis", Duration.ofMillis(1_500), "kafka", Duration.ofSeconds(9)));

    @Test
    void countsWhatWasUsedSinceThenForEachKind() {
        CpuUse later = new CpuUse(Map.of("redis", Duration.ofMillis(4_000), "kafka", Duration.ofMillis(9_250)));

        CpuUse used = later.since(before);

        assertThat(used.byKind()).containsOnly(Map.entry("redis", Duration.ofMillis(2_500)),
                Map.entry("kafka", Duration.ofMillis(250)));
        assertThat(used.seconds()).isCloseTo(2.75, within(1e-9));
    }

    @Test
    void aKindThatWasNotThereBeforeCountsInFull() {
        assertThat(new CpuUse(Map.of("postgres", Duration.ofSeconds(2))).since(before).seconds()).isEqualTo(2);
    }

    @Test
    void takesAnotherKindInWithoutChanging() {
        assertThat(before.and("client", Duration.ofSeconds(1)).seconds()).isCloseTo(11.5, within(1e-9));
        assertThat(before.seconds()).isCloseTo(10.5, within(1e-9));
    }

    @Test
    void tellsThePartsFromTheLargestOnInTheUnitAskedFor() {
        assertThat(before.parts(1)).isEqualTo("kafka 9.00, redis 1.50");
        assertThat(before.parts(1e6 / 3_000_000)).isEqualTo("kafka 3.00, redis 0.50");
    }
}
