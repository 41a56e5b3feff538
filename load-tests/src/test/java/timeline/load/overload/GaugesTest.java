package timeline.load.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import timeline.load.Exposition;

class GaugesTest {
    @Test
    void readsTheTightestLimitAndTheWorstDelay() {
        Gauges gauges = Gauges.of(new Exposition(List.of("admission_limit{upstream=\"a\"} 64.0",
                "admission_limit{upstream=\"b\"} 22.0", "queue_delay_seconds{of=\"carriers\"} 0.009",
                "queue_delay_seconds{of=\"turns\"} 0.001",
                "upstream_repeated_total{upstream=\"a\",why=\"silent\"} 3.0",
                "upstream_repeated_total{upstream=\"a\",why=\"not-affordable\"} 50.0")));

        assertThat(gauges.limit()).hasValue(22);
        assertThat(gauges.repeated()).hasValue(3);
        assertThat(gauges.delayMillis().orElseThrow()).isEqualTo(9);
    }

    @Test
    void knowsNothingOfAGatewayThatSaysNothing() {
        assertThat(Gauges.of(new Exposition(List.of()))).isEqualTo(Gauges.UNKNOWN);
        assertThat(Gauges.UNKNOWN.limit()).isEqualTo(OptionalDouble.empty());
    }
}
