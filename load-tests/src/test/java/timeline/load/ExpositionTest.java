package timeline.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpositionTest {
    private final Exposition exposition = new Exposition(List.of("# TYPE limit gauge", "limit{upstream=\"a\"} 64.0",
            "limit{upstream=\"b\"} 8.0", "limit_most 512.0", "plain 3.5", "odd NaN",
            "repeated_total{upstream=\"a\",why=\"broken\"} 2.0", "repeated_total{upstream=\"a\",why=\"none\"} 40.0"));

    @Test
    void takesTheSamplesOfOneMetricAlone() {
        assertThat(exposition.sum("limit")).hasValue(72);
        assertThat(exposition.smallest("limit")).hasValue(8);
        assertThat(exposition.largest("limit")).hasValue(64);
        assertThat(exposition.largest("plain")).hasValue(3.5);
    }

    @Test
    void leavesOutWhatIsNotMeant() {
        assertThat(exposition.sum("repeated_total", "why=\"none\"")).hasValue(2);
    }

    @Test
    void hasNoFigureForWhatNobodyExposes() {
        assertThat(exposition.sum("lim")).isEmpty();
        assertThat(exposition.smallest("absent")).isEmpty();
        assertThat(exposition.largest("odd")).isEmpty();
    }
}
