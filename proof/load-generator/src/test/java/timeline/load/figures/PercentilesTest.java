package timeline.load.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void isTheNearestRankWhateverTheOrder() {
        List<Duration> hundred = new ArrayList<>(LongStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());
        Collections.shuffle(hundred, new Random(1));
        Percentiles percentiles = new Percentiles(hundred);

        assertThat(percentiles.millisAt(50)).isCloseTo(50, within(0.1));
        assertThat(percentiles.millisAt(99)).isCloseTo(99, within(0.1));
        assertThat(percentiles.millisAt(99.5)).isCloseTo(100, within(0.1));
        assertThat(percentiles.millisAt(100)).isCloseTo(100, within(0.1));
        assertThat(percentiles.millisAt(0.1)).isCloseTo(1, within(0.001));
    }

    @Test
    void isWithinAThousandthOfTheExactRank() {
        SplittableRandom random = new SplittableRandom(7);
        List<Duration> durations = random.longs(10_000, 10_000, 30_000_000_000L).mapToObj(Duration::ofNanos).toList();
        List<Duration> sorted = durations.stream().sorted().toList();
        Percentiles percentiles = new Percentiles(durations);

        for (double percent : new double[]{1, 25, 50, 90, 95, 99, 99.9, 100}) {
            double exact = sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1).toNanos() / 1e6;
            assertThat(percentiles.millisAt(percent)).as("p%s", percent).isCloseTo(exact,
                    within(exact / 1_000 + 0.001));
        }
    }

    @Test
    void ofOneIsThatOne() {
        Percentiles one = new Percentiles(List.of(Duration.ofMillis(7)));

        assertThat(one.at(1)).isEqualTo(one.at(99)).isCloseTo(Duration.ofMillis(7), Duration.ofNanos(7_000));
    }

    @Test
    void takesAnOutlierOfHours() {
        Percentiles percentiles = new Percentiles(List.of(Duration.ZERO, Duration.ofHours(3)));

        assertThat(percentiles.at(50)).isZero();
        assertThat(percentiles.millisAt(100)).isCloseTo(10_800_000, within(10_800.0));
    }

    @Test
    void ofNothingThereIsNothingToTell() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Percentiles(List.of()));
    }
}
