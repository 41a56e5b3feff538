package timeline.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import timeline.edge.ProblemException;
import timeline.edge.telemetry.TraceId;

/** Writes a problem as the answer to a request: the one place where an error gets its bytes. */
public final class ProblemResponse {
    private ProblemResponse() {
    }

    /** Replaces whatever was to be the answer; does nothing when the answer is already on its way. */
    public static void write(HttpServletRequest request, HttpServletResponse response, ProblemException occurrence)
            throws IOException {
        write(request, response, occurrence, occurrence.problem().status());
    }

    /** {@link #write(HttpServletRequest, HttpServletResponse, ProblemException)} with another status, which the connection knows how to write. */
    public static void write(HttpServletRequest request, HttpServletResponse response, ProblemException occurrence,
            int status) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] document = ProblemDocument.of(occurrence, request.getRequestURI(), TraceId.of(request));
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Content-Type", ProblemDocument.CONTENT_TYPE);
        response.setHeader("Cache-Control", "no-store");
        occurrence.headers().forEach(response::setHeader);
        if (occurrence.retryAfter().isPositive()) {
            response.setHeader("Retry-After", Long.toString(wholeSeconds(occurrence.retryAfter())));
        }
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
        response.flushBuffer();
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
