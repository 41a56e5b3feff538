package timeline.edge.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.web.filter.OncePerRequestFilter;
import timeline.edge.telemetry.TraceId;

/** What every answer carries: the trace id, and that it is nobody's to guess the type of or to keep. */
public final class AnswerHeaders extends OncePerRequestFilter {
    /** For how many milliseconds work waits in this process, for callers that let in what comes to it. */
    public static final String QUEUE_DELAY = "X-Queue-Delay";

    private final BooleanSupplier stopping;
    private final LongSupplier queueNanos;

    /**
     * @param stopping whether clients are to come back by another connection, to another instance
     * @param queueNanos how long work waits now
     */
    public AnswerHeaders(BooleanSupplier stopping, LongSupplier queueNanos) {
        this.stopping = stopping;
        this.queueNanos = queueNanos;
    }

    /** Says what every answer says, also one that no other filter sees. */
    public static void mark(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(TraceId.HEADER, TraceId.of(request));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        if (request.getHeader("Transfer-Encoding") != null) {
            // What stands behind chunks is not looked at before it is parsed, so there must be nothing (GuardedConnection).
            response.setHeader("Connection", "close");
        }
    }

    /** Says for how long work waits here; nothing when it does not. */
    public static void tellQueueDelay(HttpServletResponse response, long nanos) {
        long millis = nanos / 1_000_000;
        if (millis > 0) {
            response.setHeader(QUEUE_DELAY, Long.toString(millis));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        mark(request, response);
        if (stopping.getAsBoolean()) {
            response.setHeader("Connection", "close");
        }
        tellQueueDelay(response, queueNanos.getAsLong());
        chain.doFilter(request, response);
    }
}
