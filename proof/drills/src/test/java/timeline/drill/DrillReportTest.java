package timeline.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import timeline.drill.Drill.Kind;
import timeline.drill.DrillReport.Result;
import timeline.drill.crowd.CrowdPlan;
import timeline.drill.crowd.Load;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Disturbance.Limit;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.history.Checker.Verdict;
import timeline.history.Invariant.Finding;
import timeline.history.Invariant.Violation;

/** A drill passes when its hypothesis held and was put to the test; whatever was not put to the test is unknown, and that is no pass. */
class DrillReportTest {
    private static final Drill DRILL = new Drill("fanout-down", "All is well.", Kind.OUTAGE, Set.of(),
            CrowdPlan.half(1, 1), Load.NONE, scene -> List.of(), Tolerance.NONE, Duration.ofSeconds(15),
            Optional.empty());
    private static final Effect SEEN = new Effect("the fan-out killed, as the stack says", 1, 1);

    private List<Shown> shown = List.of(SEEN);
    private List<Violation> violations = List.of();
    private List<String> lacking = List.of();
    private long failed;
    private Duration quiet = Duration.ofSeconds(2);

    private DrillReport report() {
        Figures figures = new Figures(1_000, 1_000, failed, 0, 0, List.of(), List.of());
        return new DrillReport(DRILL, 7, "calm", shown, 100, 100, 0, figures, List.of(), Duration.ofMillis(5), quiet,
                Duration.ofSeconds(1), new Verdict(List.of(new Finding("G4 no duplicate", 9, violations))), lacking,
                Path.of("history.jsonl.gz"));
    }

    @Test
    void passesWhenTheFaultWasSeenAndNothingElse() {
        assertThat(report().result()).isEqualTo(Result.PASSED);
        assertThat(report().isPassed()).isTrue();
    }

    @Test
    void isUnknownWhenTheFaultWasNotSeen() {
        shown = List.of(new Effect("the fan-out killed, as the stack says", 0, 1));

        assertThat(report().result()).isEqualTo(Result.UNKNOWN);
        assertThat(report().isPassed()).isFalse();
    }

    @Test
    void isUnknownWhenThereIsTooLittleEvidence() {
        lacking = List.of("only 3 tweets acknowledged, and at least 100 are needed");

        assertThat(report().result()).isEqualTo(Result.UNKNOWN);
        assertThat(report().isPassed()).isFalse();
        assertThat(Reports.text(report())).anyMatch(line -> line.contains("no evidence: only 3 tweets"));
    }

    @Test
    void failsWhateverThereIsTooLittleOfWhenSomethingWasBroken() {
        lacking = List.of("only 3 tweets acknowledged, and at least 100 are needed");
        violations = List.of(new Violation(0, "tweet 1 was shown twice"));

        assertThat(report().result()).isEqualTo(Result.FAILED);
    }

    @Test
    void failsByARequestALimitOrARecoveryThatTookTooLong() {
        failed = 1;
        assertThat(report().result()).isEqualTo(Result.FAILED);

        failed = 0;
        shown = List.of(SEEN, new Limit("missing", 4, 3, "s"));
        assertThat(report().result()).isEqualTo(Result.FAILED);

        shown = List.of(SEEN);
        quiet = Duration.ofMillis(15_001);
        assertThat(report().result()).isEqualTo(Result.FAILED);
    }

    @Test
    void theSummaryHasALineOfEachAndSaysWhetherAllPassed() {
        Summary summary = new Summary();
        summary.add(report());
        assertThat(summary.isAllPassed()).isTrue();

        lacking = List.of("anything");
        summary.add(report());
        assertThat(summary.isAllPassed()).isFalse();
        assertThat(summary.lines().get(0)).matches("drill +verdict +seconds to recovery +failed requests");
        assertThat(summary.lines().get(1)).matches("fanout-down +PASSED +2.0 +0");
        assertThat(summary.lines().get(2)).matches("fanout-down +UNKNOWN +2.0 +0");
    }

    @Test
    void whatCouldNotBeCarriedOutHasNotPassed() {
        Summary summary = new Summary();
        summary.notCarriedOut(DRILL);

        assertThat(summary.isAllPassed()).isFalse();
        assertThat(summary.lines().getLast()).matches("fanout-down +NOT CARRIED OUT +- +-");
    }
}
