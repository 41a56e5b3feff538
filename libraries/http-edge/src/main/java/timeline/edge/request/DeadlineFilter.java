package timeline.edge.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import timeline.deadline.Deadline;

/** Gives every request its {@link Deadline}: the caller's where it sends a shorter one, the service's own budget otherwise. */
public final class DeadlineFilter extends OncePerRequestFilter {
    private final Duration budget;
    private final boolean heedsCallers;

    /** @param heedsCallers whether {@link Deadline#HEADER} is heard; only other services know what it means */
    public DeadlineFilter(Duration budget, boolean heedsCallers) {
        this.budget = budget;
        this.heedsCallers = heedsCallers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Deadline.in(budget(request.getHeader(Deadline.HEADER))).<Boolean, Exception>call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    /** A caller may shorten the budget, never lengthen it; what is no number of milliseconds is not heard. */
    private Duration budget(@Nullable String millis) {
        if (!heedsCallers || millis == null || !millis.matches("[0-9]{1,9}")) {
            return budget;
        }
        Duration asked = Duration.ofMillis(Long.parseLong(millis));
        return asked.compareTo(budget) < 0 ? asked : budget;
    }
}
