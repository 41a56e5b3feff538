package timeline.edge.telemetry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/** The id under which a request is found in logs and traces: 32 hexadecimal digits. */
public final class TraceId {
    /** Response header with the id, so that a user can report it. */
    public static final String HEADER = "X-Trace-Id";

    private static final String ATTRIBUTE = TraceId.class.getName();

    private TraceId() {
    }

    /** The trace's id; a request that never got as far as having a trace is given a random one. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String current = MDC.get("traceId");
        String id = current == null ? random() : current;
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** An id for what has no trace. */
    public static String random() {
        byte[] id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
