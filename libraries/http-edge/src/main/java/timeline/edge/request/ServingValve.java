package timeline.edge.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
import timeline.edge.Serving;
import timeline.edge.problem.ProblemResponse;

/**
 * Refuses requests while this instance is starting, and answers callers that ask whether it serves: in front of token, trace and limits,
 * since it is asked often, and most of all when there is no time for anything else.
 */
public final class ServingValve extends ValveBase {
    private static final byte[] YES = "{\"serving\":true}".getBytes(StandardCharsets.UTF_8);

    private final Serving serving;

    private final boolean internal;

    /** @param internal whether callers may ask; the public learns nothing of instances */
    public ServingValve(Serving serving, boolean internal) {
        super(true);
        this.serving = serving;
        this.internal = internal;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean asked = internal && Serving.PATH.equals(request.getDecodedRequestURI())
                && "GET".equals(request.getMethod());
        if (!asked && !serving.refuses(request.getHeader(Serving.PASS))) {
            getNext().invoke(request, response);
            return;
        }
        AnswerHeaders.mark(request, response);
        if (serving.isStarting()) {
            ProblemResponse.write(request, response,
                    refusal(Serving.STARTING, "This instance is starting. Nothing was begun."));
        } else if (serving.isLeaving()) {
            ProblemResponse.write(request, response, refusal(Serving.LEAVING, "This instance is about to stop."));
        } else {
            response.setContentType("application/json");
            response.setContentLength(YES.length);
            response.getOutputStream().write(YES);
        }
    }

    private static ProblemException refusal(String why, String detail) {
        return Problem.UNAVAILABLE.because(detail).withHeaders(Map.of(Serving.REFUSED, why));
    }
}
