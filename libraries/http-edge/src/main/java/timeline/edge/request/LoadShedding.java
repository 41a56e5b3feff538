package timeline.edge.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.filter.OncePerRequestFilter;
import timeline.edge.Problem;
import timeline.edge.Serving;
import timeline.edge.problem.ProblemResponse;
import timeline.edge.problem.Problems;

/**
 * Refuses requests while too many are being served, before a byte of their bodies is read. Virtual threads put no bound on them,
 * and when a store slows down, work that nobody waits for any more would pile up until the heap is full of it: a fuse, by what the
 * heap holds.
 */
public final class LoadShedding extends OncePerRequestFilter {
    private final int most;
    private final Problems problems;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** @param most requests at once */
    public LoadShedding(int most, Problems problems) {
        this.most = most;
        this.problems = problems;
    }

    /** How many requests may be served at once. */
    public int most() {
        return most;
    }

    /** The requests that are being served. */
    public int inFlight() {
        return inFlight.get();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (inFlight.incrementAndGet() > most) {
            inFlight.decrementAndGet();
            AnswerHeaders.mark(request, response);
            ProblemResponse.write(request, response,
                    problems.of(Problem.OVERLOADED.because("Too many requests are being served. Nothing was begun.")
                            .withHeaders(Map.of(Serving.REFUSED, Serving.OVERLOADED))));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            inFlight.decrementAndGet();
        }
    }
}
