package timeline.drill.report;

import java.util.ArrayList;
import java.util.List;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.report.Course.Period;
import timeline.history.Checker.Verdict;
import timeline.history.History;

/** Whether a drill showed enough for its verdict to mean anything. Where little was seen to go wrong because little was seen, nothing is known. */
public final class Evidence {
    /** Posts that have to be acknowledged, from the gathering of the users on. */
    public static final int POSTS = 100;
    /** Reads that have to be answered. */
    public static final int READS = 100;
    /** Requests that have to be asked while the disturbance goes on. */
    public static final int DURING = 50;

    private Evidence() {
    }

    /** What is lacking, each in a sentence; empty when there is enough. */
    public static List<String> lacking(Course course, List<Request> requests, History history, Verdict verdict) {
        List<String> lacking = new ArrayList<>();
        need(lacking, "tweets acknowledged", history.acknowledgedPosts().count(), POSTS);
        need(lacking, "reads answered", history.answeredReads().count(), READS);
        need(lacking, "requests while it went on",
                requests.stream().filter(request -> course.at(request.invokedNanos()) == Period.DURING).count(),
                DURING);
        verdict.untested().forEach(invariant -> lacking.add(invariant + " was never put to the test"));
        return lacking;
    }

    private static void need(List<String> lacking, String what, long seen, int least) {
        if (seen < least) {
            lacking.add("only " + seen + " " + what + ", and at least " + least + " are needed");
        }
    }
}
