package timeline.drill;

import java.time.Duration;
import java.util.List;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.history.Checker.Verdict;

/**
 * What a drill showed.
 *
 * @param shown what the disturbance really did, and what came of it
 * @param acknowledgedPosts posts that were acknowledged, before, during and after the disturbance
 * @param reads reads that were answered
 * @param degradedReads how many of them said that something was missing
 * @param figures what became of the requests
 * @param readP99 99th percentile of the first page, over the whole run
 * @param recovered from the end of the disturbance until every tweet had been seen in every timeline
 */
record DrillReport(Drill drill, List<? extends Shown> shown, long acknowledgedPosts, long reads, long degradedReads,
        Figures figures, Duration readP99, Duration recovered, Verdict verdict) {
    /** Whether the hypothesis held, and was put to the test. */
    boolean isPassed() {
        return verdict.isKept() && figures.isWithin(drill.needs().mayFail())
                && shown.stream().allMatch(Shown::isAsWanted);
    }
}
