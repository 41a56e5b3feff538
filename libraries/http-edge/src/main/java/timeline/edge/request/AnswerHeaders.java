package timeline.edge.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.springframework.web.filter.OncePerRequestFilter;
import timeline.edge.telemetry.TraceId;

/** What every answer carries: the trace id, and that it is nobody's to guess the type of or to keep. */
public final class AnswerHeaders extends OncePerRequestFilter {
    private final BooleanSupplier stopping;

    /** @param stopping whether clients are to come back by another connection, to another instance */
    public AnswerHeaders(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    /** Says what every answer says, also one that no other filter sees. */
    static void mark(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(TraceId.HEADER, TraceId.of(request));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        if (request.getHeader("Transfer-Encoding") != null) {
            // What stands behind chunks is not looked at before it is parsed, so there must be nothing (GuardedConnection).
            response.setHeader("Connection", "close");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        mark(request, response);
        if (stopping.getAsBoolean()) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
