package timeline.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.load.CpuUse;
import timeline.load.bench.FanoutRound.Reach;

class IdleBurnTest {
    private static IdleBurn burn(long redisMillis, long kafkaMillis, long seconds) {
        return new IdleBurn(new CpuUse(Map.of("redis", Duration.ofMillis(redisMillis), "kafka",
                Duration.ofMillis(kafkaMillis))), Duration.ofSeconds(seconds));
    }

    @Test
    void isTakenFromWhatTookPartAndFromNothingElse() {
        Reach reach = new Reach(1_000, Duration.ofSeconds(10), new CpuUse(Map.of("redis", Duration.ofSeconds(8),
                "client", Duration.ofSeconds(1))));

        assertThat(reach.without(burn(500, 700, 5)).cpu().byKind()).containsOnly(
                Map.entry("redis", Duration.ofSeconds(7)), Map.entry("client", Duration.ofSeconds(1)));
    }

    @Test
    void isTheMeanOfBeforeAndAfter() {
        assertThat(burn(100, 0, 5).and(burn(300, 100, 5)))
                .hasToString("5.0 % of one processor (redis 4.00, kafka 1.00)");
    }
}
