package timeline.edge.admission;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import timeline.edge.Problem;
import timeline.edge.Serving;
import timeline.edge.admission.Doors.Door;
import timeline.edge.connection.KeptConnection;
import timeline.edge.problem.ProblemResponse;
import timeline.edge.problem.Problems;
import timeline.edge.request.AnswerHeaders;
import timeline.traffic.Standstill;

/**
 * Refuses what can not be done, at once and before anything was spent on it: body, token, trace and filters come behind. Likewise a change
 * that has perhaps lain here while this process stood still. Besides, a fuse: virtual threads put no bound on requests, and work that nobody waits for any more would pile up until the heap is full of it.
 */
public final class AdmissionValve extends ValveBase {
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Doors doors;
    private final Standstill standstill;
    private final int most;
    private final LongSupplier toldNanos;
    private final Problems problems;
    private final MeterRegistry meters;
    private final AtomicInteger inFlight = new AtomicInteger();

    /**
     * @param most requests at once, by what the heap holds
     * @param toldNanos what callers are told of how long work waits here
     */
    public AdmissionValve(Doors doors, Standstill standstill, int most, LongSupplier toldNanos, Problems problems,
            MeterRegistry meters) {
        super(true);
        this.toldNanos = toldNanos;
        this.doors = doors;
        this.standstill = standstill;
        this.most = most;
        this.problems = problems;
        meters.gauge("http.in.flight", inFlight);
        meters.gauge("http.in.flight.most", this, valve -> valve.most);
        this.meters = meters;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            if (inFlight.incrementAndGet() > most) {
                refuse(request, response, Serving.OVERLOADED, Problem.OVERLOADED,
                        "Too many requests are being served.");
                return;
            }
            if (standstill.isJustOver() && isChange(request)) {
                refuse(request, response, Serving.LATE, Problem.UNAVAILABLE,
                        "This instance stood still, and the request may be an old one.");
                return;
            }
            Door door = door(request);
            if (door == null) {
                getNext().invoke(request, response);
            } else if (door.admission().enter(door.rank())) {
                try {
                    getNext().invoke(request, response);
                } finally {
                    door.admission().leave();
                }
            } else {
                meters.counter("admission.refused", "rank", door.rank().label()).increment();
                refuse(request, response, Serving.OVERLOADED, Problem.OVERLOADED,
                        "More is asked than can be done now.");
            }
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private static boolean isChange(Request request) {
        String method = request.getMethod();
        return method != null && !CHANGE_NOTHING.contains(method);
    }

    private @Nullable Door door(Request request) {
        String method = request.getMethod();
        String path = request.getDecodedRequestURI();
        // What could not be read is on its way to its error page.
        return method == null || path == null ? null : doors.of(method, path, request.getQueryString());
    }

    /** Whoever is refused comes again, and not all of them at once. */
    private void refuse(Request request, Response response, String why, Problem problem, String detail)
            throws IOException {
        AnswerHeaders.mark(request, response);
        AnswerHeaders.tellQueueDelay(response, toldNanos.getAsLong());
        Duration wait = Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, 4));
        ProblemResponse.write(request, response,
                problems.of(
                        problem.retryAfter(wait, detail + " Nothing was begun: repeating this is safe, also a POST.")
                                .withHeaders(Map.of(Serving.REFUSED, why))),
                KeptConnection.isPossible(request) ? KeptConnection.UNAVAILABLE : problem.status());
    }
}
