package timeline.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import timeline.edge.Problem;
import timeline.gateway.RateLimit;
import timeline.gateway.RateLimiter;

/**
 * Refuses requests above the limit with a 429, and tells every client how much it has left (RateLimit header fields, IETF
 * draft-ietf-httpapi-ratelimit-headers).
 */
public final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimiter limiter;
    private final Function<HttpServletRequest, @Nullable String> client;
    private final String policy;

    /** @param client whose request it is; null: not this limit's business */
    public RateLimitFilter(RateLimiter limiter, Function<HttpServletRequest, @Nullable String> client) {
        this.limiter = limiter;
        this.client = client;
        RateLimit limit = limiter.limit();
        this.policy = "\"" + limit.name() + "\";q=" + limit.burst() + ";w=" + limit.window().toSeconds();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String whose = client.apply(request);
        if (whose != null) {
            RateLimit.Decision decision = limiter.take(whose);
            response.setHeader("RateLimit-Policy", policy);
            response.setHeader("RateLimit", "\"" + limiter.limit().name() + "\";r=" + decision.remaining());
            if (decision instanceof RateLimit.Decision.Refused refused) {
                throw Problem.RATE_LIMITED.retryAfter(refused.retryAfter(), "At most " + limiter.limit().burst()
                        + " requests within " + limiter.limit().window().toSeconds() + " s are taken.");
            }
        }
        chain.doFilter(request, response);
    }
}
