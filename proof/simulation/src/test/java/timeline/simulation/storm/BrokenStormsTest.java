package timeline.simulation.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests {@link StormTest}: every broken design is found out, and by the promise that it breaks. */
class BrokenStormsTest {
    @ParameterizedTest
    @MethodSource("timeline.simulation.storm.BrokenStorm#all")
    void findsOutEveryBrokenDesign(BrokenStorm broken) {
        assertThat(broken.seedsUntilFoundOut()).as("seeds until %s is broken by %s", broken.promise(), broken)
                .isLessThanOrEqualTo(BrokenStorm.MOST_SEEDS);
    }
}
