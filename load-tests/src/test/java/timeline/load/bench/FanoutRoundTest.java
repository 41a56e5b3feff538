package timeline.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.load.CpuUse;
import timeline.load.bench.FanoutRound.Reach;

class FanoutRoundTest {
    private static Reach reach(long deliveries, long millis, long cpuMillis) {
        return new Reach(deliveries, Duration.ofMillis(millis),
                new CpuUse(Map.of("redis", Duration.ofMillis(cpuMillis))));
    }

    @Test
    void tellsRateAndProcessorTimeOfAReach() {
        Reach reach = reach(480_000, 8_000, 12_000);

        assertThat(reach.perSecond()).isCloseTo(60_000, within(1e-6));
        assertThat(reach.cpuSecondsPerMillion()).isCloseTo(25, within(1e-9));
        assertThat(reach).hasToString("60000 deliveries/s, 25.0 CPU-s per million");
    }

    @Test
    void isAShareOfTheCeilingOfTheSameRound() {
        FanoutRound round = new FanoutRound(reach(100_000, 2_000, 1), reach(100_000, 500, 1));

        assertThat(round.share()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void sumsUpByTheRoundOfTheMedianShareWhoseFiguresBelongTogether() {
        // The best rate belongs to the worst share: the machine was faster then, and its ceiling higher still.
        FanoutRound low = new FanoutRound(reach(400_000, 1_000, 1_000), reach(400_000, 100, 1_000));
        FanoutRound middle = new FanoutRound(reach(100_000, 1_000, 2_000), reach(100_000, 200, 3_000));
        FanoutRound high = new FanoutRound(reach(90_000, 1_000, 1_000), reach(90_000, 900, 1_000));

        assertThat(FanoutRound.summary(List.of(high, low, middle))).containsExactly(
                "from Kafka to readable: 100000 deliveries/s, 20.0 CPU-s per million",
                "  CPU-s per million: redis 20.00",
                "pipelined inserts and removals, the ceiling: 500000 deliveries/s, 30.0 CPU-s per million",
                "  CPU-s per million: redis 30.00", "share of the ceiling: 0.20 (the median of 3 rounds)");
    }
}
