package timeline.drill.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import timeline.drill.crowd.Ledger.Request;
import timeline.drill.report.Course.Period;
import timeline.load.figures.Percentiles;

/** How users fared before anything was done: what the rest is to be compared with. */
public final class SteadyState {
    private SteadyState() {
    }

    public static String line(Course course, List<Request> requests) {
        List<Request> before = requests.stream()
                .filter(request -> course.at(request.invokedNanos()) == Period.BEFORE).toList();
        if (before.isEmpty()) {
            return "nobody acts before it";
        }
        Percentiles took = new Percentiles(before.stream().map(Request::took).toList());
        double seconds = Duration.ofNanos(course.strikingNanos() - course.begunNanos()).toMillis() / 1000.0;
        return String.format(Locale.ROOT,
                "%d requests in %.1f s, %d failed, %d flagged, latency p50 %.0f ms, p99 %.0f ms", before.size(),
                seconds, before.stream().filter(Request::hasFailed).count(),
                before.stream().filter(Request::isFlagged).count(), took.millisAt(50), took.millisAt(99));
    }
}
