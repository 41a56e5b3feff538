package timeline.load.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.load.generator.Tally;

class StretchTest {
    private static Stretch stretch(List<Tally> seconds) {
        return new Stretch("0.5x", seconds, Duration.ZERO);
    }

    private static List<Tally> joined(List<Tally> first, List<Tally> then) {
        List<Tally> joined = new ArrayList<>(first);
        joined.addAll(then);
        return joined;
    }

    @Test
    void goodputIsOfTheWholeTime() {
        assertThat(stretch(List.of(Tallies.of(100, 10, 0), Tallies.of(0, 10, 900))).goodput()).isEqualTo(50);
    }

    @Test
    void whatWasNeverIllHasRecoveredAtOnce() {
        assertThat(stretch(Tallies.times(20, Tallies.of(300, 20, 0))).recoveredAfter()).hasValue(0);
    }

    @Test
    void recoversWhenTheRestIsGoodAndQuick() {
        List<Tally> well = Tallies.times(17, Tallies.of(300, 20, 0));

        assertThat(stretch(joined(Tallies.times(3, Tallies.of(280, 20, 20)), well)).recoveredAfter()).hasValue(3);
        assertThat(stretch(joined(Tallies.times(3, Tallies.of(300, 400, 0)), well)).recoveredAfter()).hasValue(3);
    }

    /** One bad answer of 1,000 is within the promise, wherever it falls. */
    @Test
    void doesNotStumbleOverASingleAnswer() {
        List<Tally> seconds = joined(Tallies.times(10, Tallies.of(300, 20, 0)),
                joined(List.of(Tallies.of(299, 20, 1)), Tallies.times(9, Tallies.of(300, 20, 0))));

        assertThat(stretch(seconds).recoveredAfter()).hasValue(0);
    }

    @Test
    void aLateRelapseIsNoRecovery() {
        List<Tally> seconds = joined(Tallies.times(19, Tallies.of(300, 20, 0)), List.of(Tallies.of(250, 20, 50)));

        assertThat(stretch(seconds).recoveredAfter()).isEmpty();
    }

    @Test
    void silenceIsNoRecovery() {
        assertThat(stretch(Tallies.times(5, new Tally())).recoveredAfter()).isEmpty();
    }
}
