package timeline.edge.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers for exceptions of the filters behind it. */
public final class ProblemFilter extends OncePerRequestFilter {
    private final Problems problems;

    public ProblemFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException wrapper) {
            Throwable cause = wrapper.getRootCause();
            ProblemResponse.write(request, response, problems.of(cause == null ? wrapper : cause));
        } catch (RuntimeException defect) {
            ProblemResponse.write(request, response, problems.of(defect));
        }
    }
}
