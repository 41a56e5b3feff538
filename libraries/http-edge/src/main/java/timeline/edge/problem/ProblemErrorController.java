package timeline.edge.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.coyote.BadRequestException;
import timeline.edge.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import timeline.edge.ProblemException;

/** Answers where the container or a library gave up with {@code sendError}: the error page of the service. */
@Controller
public final class ProblemErrorController implements ErrorController {
    private final Problems problems;

    public ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemException problem = problem(request);
        // What ended the reading of a body was counted where it was read.
        boolean counted = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
        ProblemResponse.write(new Original(request), response, counted ? problem : problems.of(problem));
    }

    private static ProblemException problem(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException broken
                && !(broken instanceof BadRequestException) && !(broken instanceof SocketTimeoutException)) {
            return Problem.CLIENT_GONE.because("The client did not wait.");
        }
        // Called directly, the error page is a path like any other that does not exist.
        return ProblemStatus.of(status instanceof Integer code ? code : 404).because("The request was refused.");
    }

    /** The request under the path that the client asked for. */
    private static final class Original extends HttpServletRequestWrapper {
        private Original(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                    ? uri
                    : super.getRequestURI();
        }
    }
}
