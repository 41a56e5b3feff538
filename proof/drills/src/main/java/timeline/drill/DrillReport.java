package timeline.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Disturbance.Shown;
import timeline.drill.report.Row;
import timeline.history.Checker.Verdict;

/**
 * What a drill showed.
 *
 * @param seed by which it can be repeated
 * @param steadyState how users fared before it
 * @param shown what the disturbance really did, and what came of it
 * @param acknowledgedPosts posts that were acknowledged, before, during and after the disturbance
 * @param reads reads that were answered
 * @param degradedReads how many of them said that something was missing
 * @param figures what became of the requests
 * @param table what users saw before, during and after
 * @param readP99 99th percentile of the first page, over the whole run
 * @param quiet from the end of the disturbance until nobody noticed anything any more
 * @param recovered from the end of the load until every tweet had been seen in every timeline
 * @param lacking what there is too little of to know anything, each in a sentence
 * @param history where everything is kept that users were told
 */
record DrillReport(Drill drill, long seed, String steadyState, List<? extends Shown> shown, long acknowledgedPosts,
        long reads, long degradedReads, Figures figures, List<Row> table, Duration readP99, Duration quiet,
        Duration recovered, Verdict verdict, List<String> lacking, Path history) {
    /** What came of it. */
    enum Result {
        /** The hypothesis held, and was put to the test. */
        PASSED,
        /** It did not hold. */
        FAILED,
        /** Nothing is known: the fault was not seen to happen, or too little to see whether it mattered. */
        UNKNOWN
    }

    Result result() {
        boolean broken = verdict.violations() > 0 || !figures.isWithin(drill.allowance())
                || quiet.compareTo(drill.recovery()) > 0
                || shown.stream().anyMatch(each -> !(each instanceof Effect) && !each.isAsWanted());
        if (broken) {
            return Result.FAILED;
        }
        boolean proven = lacking.isEmpty() && shown.stream().allMatch(Shown::isAsWanted);
        return proven ? Result.PASSED : Result.UNKNOWN;
    }

    /** Nothing else will do. */
    boolean isPassed() {
        return result() == Result.PASSED;
    }
}
