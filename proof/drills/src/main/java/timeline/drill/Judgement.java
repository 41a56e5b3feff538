package timeline.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import timeline.drill.Settling.Settled;
import timeline.drill.crowd.Ledger;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.drill.disturbance.Phases;
import timeline.drill.report.Aftermath;
import timeline.drill.report.Course;
import timeline.drill.report.Evidence;
import timeline.drill.report.SteadyState;
import timeline.drill.report.Table;
import timeline.history.Action;
import timeline.history.Checker;
import timeline.history.Checker.Verdict;
import timeline.history.Conditions;
import timeline.history.History;
import timeline.history.Invariant.Finding;
import timeline.history.Recorder;
import timeline.load.figures.Percentiles;

/** Judges a drill by what its users were told, and by nothing else. */
record Judgement(Drill drill, long seed, Course course, Recorder recorder, Ledger ledger, Phases phases) {
    /** What may heal. */
    Verdict ofHistory(Conditions conditions) {
        return Checker.check(recorder.history(), conditions);
    }

    /**
     * @param shown what the disturbance showed
     * @param settled when all had healed, or no longer could
     * @param file where the history is kept
     */
    DrillReport report(List<? extends Shown> shown, Settled settled, Path file) {
        History history = recorder.history();
        Verdict verdict = withAnswers(settled.verdict());
        // What it took to gather them is no part of the drill: there whatever fails is tried again.
        List<Request> requests = ledger.requests().stream().filter(request -> course.covers(request.invokedNanos()))
                .toList();
        return new DrillReport(drill, seed, SteadyState.line(course, requests), shown,
                history.acknowledgedPosts().count(), history.answeredReads().count(),
                history.answeredReads().filter(History.AnsweredRead::isDegraded).count(),
                Figures.of(requests, phases.stretches(), drill.tolerance()),
                Table.of(course, requests, history, verdict.findings()), headP99(history),
                Aftermath.of(course, requests, history), settled.recovered(), verdict,
                Evidence.lacking(course, requests, history, verdict), file);
    }

    /** An answer that came late has come late, and nobody need wait for it to become another one. */
    private Verdict withAnswers(Verdict healed) {
        List<Finding> findings = new ArrayList<>(healed.findings());
        findings.add(BoundedAnswers.check(ledger.requests()));
        return new Verdict(findings);
    }

    private static Duration headP99(History history) {
        List<Duration> heads = history.operations().stream().filter(call -> call.action() instanceof Action.ReadHead)
                .map(call -> call.took()).toList();
        return heads.isEmpty() ? Duration.ZERO : new Percentiles(heads).at(99);
    }
}
