package timeline.edge.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
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
            answer(request, response, cause == null ? wrapper : cause);
        } catch (IOException | RuntimeException defect) {
            answer(request, response, defect);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        ProblemException problem = problems.of(failure);
        if (problem.problem() != Problem.CLIENT_GONE) {
            ProblemResponse.write(request, response, problem);
        }
    }
}
