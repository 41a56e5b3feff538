package timeline.edge.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import timeline.edge.telemetry.TraceId;

/**
 * Answers for requests that never reach the application: Tomcat refused the request line or a header. Tomcat makes it by its
 * name, so it is public and takes no argument.
 */
public final class ProblemErrorReportValve extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(ProblemErrorReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String traceId = TraceId.random();
        if (throwable != null && response.getStatus() >= 500) {
            log.error("A request failed in the container, trace id {}", traceId, throwable);
        }
        var occurrence = ProblemStatus.of(response.getStatus()).because("The request was refused.");
        response.setStatus(occurrence.problem().status());
        byte[] document = ProblemDocument.of(occurrence, path(request), traceId);
        try {
            response.setContentType(ProblemDocument.CONTENT_TYPE);
            response.setHeader(TraceId.HEADER, traceId);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            if (occurrence.retryAfter().isPositive()) {
                response.setHeader("Retry-After", Long.toString(occurrence.retryAfter().toSeconds()));
            }
            response.setContentLength(document.length);
            response.getOutputStream().write(document);
            response.finishResponse();
        } catch (IOException | IllegalStateException clientGone) {
            log.debug("An error report could not be sent", clientGone);
        }
    }

    /** The request may have failed before its path was read. */
    private static String path(Request request) {
        var bytes = request.getCoyoteRequest().requestURI();
        return bytes.isNull() ? "" : bytes.toString();
    }
}
