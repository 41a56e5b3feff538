package timeline.edge.admission;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
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
import timeline.edge.problem.ProblemResponse;
import timeline.edge.problem.Problems;
import timeline.edge.request.AnswerHeaders;

/**
 * Refuses what can not be done, at once and before anything was spent on it: body, token, trace and filters come behind. Besides, a fuse:
 * virtual threads put no bound on requests, and work that nobody waits for any more would pile up until the heap is full of it.
 */
public final class AdmissionValve extends ValveBase {
    private final Doors doors;
    private final int most;
    private final LongSupplier toldNanos;
    private final Problems problems;
    private final MeterRegistry meters;
    private final AtomicInteger inFlight = new AtomicInteger();

    /**
     * @param most requests at once, by what the heap holds
     * @param toldNanos what callers are told of how long work waits here
     */
    public AdmissionValve(Doors doors, int most, LongSupplier toldNanos, Problems problems, MeterRegistry meters) {
        super(true);
        this.toldNanos = toldNanos;
        this.doors = doors;
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
                refuse(request, response, "Too many requests are being served.");
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
                refuse(request, response, "More is asked than can be done now.");
            }
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private @Nullable Door door(Request request) {
        String method = request.getMethod();
        String path = request.getDecodedRequestURI();
        // What could not be read is on its way to its error page.
        return method == null || path == null ? null : doors.of(method, path, request.getQueryString());
    }

    /** Whoever is refused comes again, and not all of them at once. */
    private void refuse(Request request, Response response, String why) throws IOException {
        AnswerHeaders.mark(request, response);
        AnswerHeaders.tellQueueDelay(response, toldNanos.getAsLong());
        Duration wait = Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, 4));
        ProblemResponse.write(request, response,
                problems.of(Problem.OVERLOADED
                        .retryAfter(wait, why + " Nothing was begun: repeating this is safe, also a POST.")
                        .withHeaders(Map.of(Serving.REFUSED, Serving.OVERLOADED))));
    }
}
