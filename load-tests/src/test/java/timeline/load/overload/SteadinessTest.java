package timeline.load.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.load.generator.Tally;

class SteadinessTest {
    private static Steadiness after(Tally firstSecond) {
        List<Tally> seconds = new ArrayList<>(Tallies.times(59, Tallies.of(100, 9, 0)));
        seconds.addFirst(firstSecond);
        return new Steadiness(seconds);
    }

    @Test
    void isSteadyWhenAllAreAnsweredAndNearlyAllSoon() {
        Steadiness steady = after(Tallies.of(50, 600, 0));

        assertThat(steady.isPassed()).isTrue();
        assertThat(steady.lines()).containsExactly(
                "p50 9 ms, p95 9 ms, p99 9 ms (aim 200); of the first 10 s p99 600 ms",
                "0 of 5950 had no good answer (aim 0): 0 refused, 0 unanswered, 0 others", "passed");
    }

    @Test
    void isNotSteadyWhenOneIsRefused() {
        Steadiness refusing = after(Tallies.of(99, 9, 1));

        assertThat(refusing.isPassed()).isFalse();
        assertThat(refusing.lines()).contains("1 of 6000 had no good answer (aim 0): 1 refused, 0 unanswered, 0 others")
                .endsWith("FAILED");
    }

    @Test
    void isNotSteadyWhenOneInFiftyWaits() {
        assertThat(after(Tallies.of(120, 201, 0)).isPassed()).isFalse();
    }

    @Test
    void isNotSteadyWhenNobodyIsAnswered() {
        Steadiness dead = new Steadiness(List.of(new Tally()));

        assertThat(dead.isPassed()).isFalse();
        assertThat(dead.lines().getFirst()).startsWith("p50 Infinity ms");
    }
}
