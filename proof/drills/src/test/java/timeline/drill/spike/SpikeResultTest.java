package timeline.drill.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.load.generator.Answer;
import timeline.load.generator.Second;
import timeline.load.generator.Tally;

/** A spike is over when all is well again in time, and nothing was promised and broken meanwhile. */
class SpikeResultTest {
    private static final SpikePlan PLAN = new SpikePlan(1, 1, 1, 1, 10, 2, 15, 10);
    private static final Answer PAGE = new Answer(200, "", false, false);
    private static final Answer REFUSAL = new Answer(503, "overloaded", true, false);

    private final List<Second> seconds = new ArrayList<>();

    private void second(int phase, int good, int millis, int refused) {
        Tally tally = new Tally();
        answer(tally, good, PAGE, millis);
        answer(tally, refused, REFUSAL, 1);
        seconds.add(new Second(seconds.size(), phase, tally));
    }

    private static void answer(Tally tally, int times, Answer answer, int millis) {
        for (int n = 0; n < times; n++) {
            tally.offer();
            tally.answered(answer, Duration.ofMillis(millis), Duration.ofMillis(millis));
        }
    }

    /** Half of 100/s, ten times of it, and half again, of which so many seconds are bad. */
    private void spike(int offered, int badSeconds) {
        second(SpikePlan.CALM, 50, 20, 0);
        second(SpikePlan.EXCESS, 80, 300, offered - 80);
        second(SpikePlan.EXCESS, 80, 300, offered - 80);
        for (int n = 0; n < 15; n++) {
            second(SpikePlan.AFTER, n < badSeconds ? 40 : 50, 20, n < badSeconds ? 10 : 0);
        }
    }

    private List<Shown> failed(int emptied, String... ended) {
        return new SpikeResult(PLAN, 100, seconds, 3, emptied, List.of(ended)).shown().stream()
                .filter(shown -> !shown.isAsWanted()).toList();
    }

    @Test
    void passesWhenAllIsWellInTime() {
        spike(1_000, 10);

        assertThat(failed(3)).isEmpty();
    }

    @Test
    void failsWhenItTakesLonger() {
        spike(1_000, 11);

        assertThat(failed(3)).singleElement().asString().contains("good again").contains("11.0");
    }

    @Test
    void failsWhenItNeverIs() {
        spike(1_000, 15);

        assertThat(failed(3)).singleElement().asString().contains("good again");
    }

    @Test
    void failsWhenAllIsGoodAndSlow() {
        spike(1_000, 0);
        for (int n = 0; n < 15; n++) {
            second(SpikePlan.AFTER, 50, 210, 0);
        }

        assertThat(failed(3)).singleElement().asString().contains("good again");
    }

    @Test
    void failsByOneAnswerAfterTwoSecondsAtAnyTime() {
        spike(1_000, 0);
        answer(seconds.get(1).tally(), 1, REFUSAL, 2_001);

        assertThat(failed(3)).singleElement().asString().contains("within 2 s");
    }

    @Test
    void failsByAnErrorThatSaysNothing() {
        spike(1_000, 0);
        answer(seconds.get(1).tally(), 1, new Answer(500, "internal", false, false), 5);

        assertThat(failed(3)).singleElement().asString().contains("do not say");
    }

    @Test
    void failsWhenAProcessEnded() {
        spike(1_000, 0);

        assertThat(failed(3, "gateway")).singleElement().asString().contains("(gateway)");
    }

    @Test
    void aMildSpikeProvesNothing() {
        spike(900, 0);

        assertThat(failed(3)).singleElement().asString().contains("requests in the excess");
    }

    @Test
    void aCacheThatWasNotEmptiedProvesNothing() {
        spike(1_000, 0);

        assertThat(failed(2)).singleElement().asString().contains("emptied");
    }

    @Test
    void aPlanLeavesTimeToSeeThatAllIsWell() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpikePlan(1, 1, 1, 1, 10, 2, 10, 10));
    }
}
