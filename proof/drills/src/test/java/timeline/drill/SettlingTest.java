package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.drill.Settling.Settled;
import timeline.history.Checker.Verdict;
import timeline.history.Invariant.Finding;
import timeline.history.Invariant.Violation;
import timeline.drill.crowd.PassingTime;

/** Whoever looks whether all is well again leaves room for it to become so. */
class SettlingTest {
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final Verdict MISSING = new Verdict(
            List.of(new Finding("G1 no lost tweet", 1, List.of(new Violation(0, "one")))));
    private static final Verdict KEPT = new Verdict(
            List.of("G1", "G12", "G2", "G4", "G5").stream().map(name -> new Finding(name, 1, List.of())).toList());

    private final PassingTime pacer = new PassingTime();
    private final List<Duration> begun = new ArrayList<>();

    private Settled settle(Duration look, int looksUntilAllIsThere) {
        return new Settling(pacer, BOUND).settle(() -> {
            begun.add(Duration.ofNanos(pacer.nanoTime() - 7));
            pacer.sleep(look);
        }, () -> begun.size() < looksUntilAllIsThere ? MISSING : KEPT);
    }

    @Test
    void endsAsSoonAsNothingIsMissing() {
        Settled settled = settle(Duration.ofSeconds(1), 3);

        assertThat(begun).extracting(Duration::toSeconds).containsExactly(0L, 2L, 4L);
        assertThat(settled.recovered()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settled.verdict()).isEqualTo(KEPT);
    }

    @Test
    void restsForHalfOfTheTime() {
        Settled settled = settle(Duration.ofSeconds(2), Integer.MAX_VALUE);

        assertThat(begun).extracting(Duration::toSeconds).containsExactly(0L, 4L, 8L, 12L, 15L);
        assertThat(settled.verdict()).isEqualTo(MISSING);
    }

    @Test
    void restsAlsoAfterAGlance() {
        settle(Duration.ofMillis(10), Integer.MAX_VALUE);

        assertThat(begun).hasSizeBetween(26, 31);
    }

    @Test
    void doesNotRestForLongAfterALongLook() {
        settle(Duration.ofSeconds(6), 2);

        assertThat(begun).extracting(Duration::toSeconds).containsExactly(0L, 9L);
    }

    /** How long a look takes is no part of the bound; when it is begun is. */
    @Test
    void judgesWhoBeginsToLookWhenEverythingHasToBeThere() {
        Settled settled = settle(Duration.ofSeconds(13), 2);

        assertThat(begun).extracting(Duration::toSeconds).containsExactly(0L, 15L);
        assertThat(settled.recovered()).isEqualTo(Duration.ofSeconds(28));
        assertThat(settled.verdict()).isEqualTo(KEPT);
    }

    @Test
    void looksOnceMoreWhenTheBoundHasPassedDuringALook() {
        Settled settled = settle(Duration.ofSeconds(20), Integer.MAX_VALUE);

        assertThat(begun).extracting(Duration::toSeconds).containsExactly(0L, 23L);
        assertThat(settled.verdict()).isEqualTo(MISSING);
    }
}
