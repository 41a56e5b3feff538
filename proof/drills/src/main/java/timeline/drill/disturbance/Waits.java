package timeline.drill.disturbance;

import java.time.Duration;
import java.util.List;
import timeline.drill.crowd.Ledger.Request;
import timeline.load.figures.Percentiles;

/** How long users waited, by when they asked. */
record Waits(List<Request> requests) {
    /** How many asked in that time. */
    long between(long fromNanos, long toNanos) {
        return took(fromNanos, toNanos).size();
    }

    /** The 99th percentile of those who asked in that time; infinite when nobody did: nothing to show is no good showing. */
    double p99Millis(long fromNanos, long toNanos) {
        List<Duration> took = took(fromNanos, toNanos);
        return took.isEmpty() ? Double.POSITIVE_INFINITY : new Percentiles(took).millisAt(99);
    }

    private List<Duration> took(long fromNanos, long toNanos) {
        return requests.stream().filter(
                request -> request.invokedNanos() - fromNanos >= 0 && request.invokedNanos() - toNanos < 0)
                .map(Request::took).toList();
    }
}
