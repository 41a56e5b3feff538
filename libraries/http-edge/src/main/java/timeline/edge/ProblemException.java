package timeline.edge;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with a {@link Problem}. An expected outcome, not a defect: it carries no stack trace, because none is read and
 * refusing bad input must stay cheap.
 */
public final class ProblemException extends RuntimeException {
    private final Problem problem;
    private final List<Violation> violations;
    private final Duration retryAfter;
    private final Map<String, String> headers;

    ProblemException(Problem problem, String detail, List<Violation> violations, Duration retryAfter) {
        this(problem, detail, violations, retryAfter, Map.of());
    }

    private ProblemException(Problem problem, String detail, List<Violation> violations, Duration retryAfter,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.problem = problem;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
        this.headers = headers;
    }

    /** The same occurrence with response headers besides: {@code Allow}, {@code WWW-Authenticate}. */
    public ProblemException withHeaders(Map<String, String> more) {
        return new ProblemException(problem, detail(), violations, retryAfter, Map.copyOf(more));
    }

    public Problem problem() {
        return problem;
    }

    /** What went wrong this time, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> violations() {
        return violations;
    }

    /** How long the client should wait before it tries again; zero: not said. */
    public Duration retryAfter() {
        return retryAfter;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
