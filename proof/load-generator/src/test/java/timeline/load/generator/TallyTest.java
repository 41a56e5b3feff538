package timeline.load.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Answer PAGE = new Answer(200, "", false, false);
    private static final Answer REFUSAL = new Answer(503, "overloaded", true, false);

    private final Tally tally = new Tally();

    private void answered(Answer answer, long dueMillis, long sentMillis) {
        tally.offer();
        tally.answered(answer, Duration.ofMillis(dueMillis), Duration.ofMillis(sentMillis));
    }

    @Test
    void everyRequestIsOneOfFive() {
        answered(PAGE, 1_000, 900);
        answered(PAGE, 1_001, 900);
        answered(REFUSAL, 5, 5);
        answered(new Answer(503, "unavailable", true, false), 5, 5);
        answered(new Answer(409, "idempotency-in-flight", false, false), 5, 5);
        tally.offer();
        tally.lost(Duration.ofMillis(10));
        tally.offer();
        tally.unsent();
        tally.offer();

        assertThat(tally.offered()).isEqualTo(8);
        assertThat(tally.good()).isEqualTo(1);
        assertThat(tally.late()).isEqualTo(1);
        assertThat(tally.refused()).isEqualTo(2);
        assertThat(tally.overloaded()).isEqualTo(1);
        assertThat(tally.other()).isEqualTo(1);
        assertThat(tally.unanswered()).isEqualTo(2);
        assertThat(tally.open()).isEqualTo(1);
        assertThat(tally.admitted()).isEqualTo(4);
        assertThat(tally.wanted()).containsExactly(Duration.ofMillis(1_000), Duration.ofMillis(1_001));
    }

    /** What a client waits for its own free connection is not the server's doing. */
    @Test
    void thePromiseRunsFromTheFirstByte() {
        answered(PAGE, 4_000, 2_000);
        answered(PAGE, 2_001, 2_001);
        tally.offer();
        tally.lost(Duration.ofSeconds(5));

        assertThat(tally.slow()).isEqualTo(2);
        assertThat(tally.slowEndings()).isEqualTo(Map.of("200", 1L, "no answer", 1L));
        assertThat(tally.slowest()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void anErrorHasToSayWhatItIsAndWhenToComeBack() {
        answered(REFUSAL, 1, 1);
        answered(new Answer(504, "timeout", true, false), 1, 1);
        answered(new Answer(404, "", false, false), 1, 1);
        assertThat(tally.unexplained()).isZero();

        answered(new Answer(503, "overloaded", false, false), 1, 1);
        answered(new Answer(503, "", true, false), 1, 1);
        answered(new Answer(500, "internal", true, false), 1, 1);
        assertThat(tally.unexplained()).isEqualTo(3);
    }

    @Test
    void theSumOfAllIsWhatAllAre() {
        answered(PAGE, 10, 3_000);
        answered(new Answer(500, "", false, false), 1, 1);
        Tally other = tally;
        Tally more = new Tally();
        more.offer();
        more.answered(REFUSAL, Duration.ofMillis(1), Duration.ofMillis(1));
        more.offer();
        more.unsent();

        Tally sum = Tally.sum(List.of(other, more));

        assertThat(List.of(sum.offered(), sum.good(), sum.refused(), sum.overloaded(), sum.other(), sum.unanswered(),
                sum.open(), sum.slow(), sum.unexplained())).containsExactly(4L, 1L, 1L, 1L, 1L, 1L, 0L, 1L, 1L);
    }
}
