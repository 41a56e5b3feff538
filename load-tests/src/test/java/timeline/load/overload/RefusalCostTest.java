package timeline.load.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RefusalCostTest {
    /** A gateway that takes 600 µs for an answer, 40 µs for a refusal, and 50 ms a second for itself. */
    private static Stretch stretch(int seconds, int good, int refused) {
        long micros = seconds * (600L * good + 40L * refused + 50_000);
        return new Stretch("some", Tallies.times(seconds, Tallies.of(good, 10, refused)),
                Duration.ofNanos(micros * 1_000));
    }

    @Test
    void isTheDifferenceOfTwoStorms() {
        assertThat(RefusalCost.micros(stretch(10, 250, 0), stretch(20, 500, 1_000), stretch(20, 500, 4_500)))
                .hasValueCloseTo(40.0, Offset.offset(1e-6));
    }

    /** The calm time's own 50 ms make an answer look dearer by 200 µs, which are divided by 3,500 refusals. */
    @Test
    void allowsForWhatOneStormLetsThroughMoreThanTheOther() {
        assertThat(RefusalCost.micros(stretch(10, 250, 0), stretch(20, 500, 1_000), stretch(20, 450, 4_500)))
                .hasValueCloseTo(40 + 200.0 * 50 / 3_500, Offset.offset(1e-6));
    }

    @Test
    void isUnknownWithoutRefusals() {
        assertThat(RefusalCost.micros(stretch(10, 250, 0), stretch(20, 500, 10), stretch(20, 500, 40))).isEmpty();
    }

    @Test
    void isUnknownWhenTheCalmWasNone() {
        assertThat(RefusalCost.micros(stretch(10, 250, 50), stretch(20, 500, 1_000), stretch(20, 500, 4_500)))
                .isEmpty();
        assertThat(RefusalCost.micros(stretch(10, 0, 0), stretch(20, 500, 1_000), stretch(20, 500, 4_500))).isEmpty();
    }
}
