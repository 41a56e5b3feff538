package timeline.edge.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.filter.OncePerRequestFilter;
import timeline.edge.Problem;

/**
 * Refuses requests while too many are being served. Virtual threads put no bound on them, and when a store slows down, work that
 * nobody waits for any more would pile up until it is all that the service does.
 */
public final class LoadShedding extends OncePerRequestFilter {
    private final int most;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** @param most requests at once */
    public LoadShedding(int most) {
        this.most = most;
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
            throw Problem.OVERLOADED.because("Too many requests are being served.");
        }
        try {
            chain.doFilter(request, response);
        } finally {
            inFlight.decrementAndGet();
        }
    }
}
