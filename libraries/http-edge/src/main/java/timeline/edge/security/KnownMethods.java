package timeline.edge.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import timeline.edge.problem.ProblemResponse;
import timeline.edge.problem.Problems;

/**
 * Answers methods that no controller is written for as any other method that a path does not take: a 405 with the methods that
 * there are, or a 404. The framework answers OPTIONS by itself, with a 200 and methods that do not exist, and calls it a
 * preflight where it looks like one; there are no other origins here.
 */
public final class KnownMethods extends OncePerRequestFilter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private final Problems problems;
    private final KnownPaths paths;

    public KnownMethods(Problems problems, ObjectProvider<HandlerMapping> mappings) {
        this.problems = problems;
        this.paths = new KnownPaths(mappings);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (METHODS.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            Exception refusal = paths.refusal(new Unknown(request)).orElseGet(KnownPaths::noSuchPath);
            ProblemResponse.write(request, response, problems.of(refusal));
        }
    }

    /** The request by a method that certainly nothing takes. */
    private static final class Unknown extends HttpServletRequestWrapper {
        private Unknown(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "NONE";
        }
    }
}
