package timeline.load.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import timeline.load.generator.Tally;

class TableTest {
    private final Table table = new Table();

    private static Gauges gauges(double limit, double repeated, double delay) {
        return new Gauges(OptionalDouble.of(limit), OptionalDouble.of(repeated), OptionalDouble.of(delay));
    }

    @Test
    void tellsASecondInALineUnderItsHead() {
        assertThat(Table.HEAD)
                .isEqualTo(
                        "   t  offered   good    503   late   none  other      p50      p99  limit  repeated   delay");
        assertThat(table.line(31, Tallies.of(561, 48, 1_270), gauges(22, 100, 9)))
                .isEqualTo(
                        "  31   1831/s    561   1270      0      0      0    48 ms    48 ms     22         -    9 ms");
    }

    @Test
    void countsTheRepetitionsOfThatSecondAlone() {
        assertThat(table.line(0, new Tally(), gauges(64, 100, 0))).contains("64         -");

        assertThat(table.line(1, new Tally(), gauges(64, 107, 0))).contains("64         7");
        assertThat(table.line(2, new Tally(), gauges(64, 107, 0))).contains("64         0");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(table.line(5, new Tally(), Gauges.UNKNOWN))
                .isEqualTo(
                        "   5      0/s      0      0      0      0      0        -        -      -         -       -");
    }
}
