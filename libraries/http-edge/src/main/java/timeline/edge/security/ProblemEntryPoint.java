package timeline.edge.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
import timeline.edge.problem.ProblemResponse;
import timeline.edge.problem.Problems;

/**
 * Answers 401 and 403 (the framework's own are empty). Without a valid token, too, a path that does not exist is a 404 and a
 * wrong method a 405: a client with a typo should not go looking for a token.
 */
final class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Problems problems;
    private final KnownPaths paths;

    ProblemEntryPoint(Problems problems, KnownPaths paths) {
        this.problems = problems;
        this.paths = paths;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        Throwable reason = paths.refusal(request).orElseGet(() -> refusal instanceof OAuth2AuthenticationException
                ? unauthorized(" error=\"invalid_token\"", "The access token is not valid.")
                : unauthorized("", "Send an access token."));
        ProblemResponse.write(request, response, problems.of(reason));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        ProblemResponse.write(request, response, problems.of(refusal));
    }

    private static ProblemException unauthorized(String error, String detail) {
        return Problem.UNAUTHORIZED.because(detail).withHeaders(Map.of("WWW-Authenticate", "Bearer" + error));
    }
}
