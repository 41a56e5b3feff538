package timeline.drill.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A drill leaves the threshold as it was. */
class LoweredThresholdTest {
    private final FakeTarget target = new FakeTarget();

    @Test
    void isPutBackAlsoAfterAFailure() {
        assertThatThrownBy(() -> {
            try (LoweredThreshold _ = LoweredThreshold.to(OptionalLong.of(20), target)) {
                assertThat(target.threshold()).isEqualTo(20);
                throw new DrillException("no luck");
            }
        }).hasMessage("no luck");

        assertThat(target.done).containsExactly("threshold 20", "threshold 10000");
    }

    @Test
    void isLeftAloneWhenADrillDoesNotCare() {
        try (LoweredThreshold _ = LoweredThreshold.to(OptionalLong.empty(), target)) {
            assertThat(target.done).isEmpty();
        }
        assertThat(target.done).isEmpty();
    }
}
