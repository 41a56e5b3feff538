package timeline.follow.http;

import org.jspecify.annotations.Nullable;
import timeline.edge.Problem;
import timeline.edge.ProblemException;
import timeline.edge.problem.ExceptionTranslation;
import timeline.follow.GraphUnavailableException;

/** Without its store the service answers 503, and says when to try again. */
public final class GraphOutage implements ExceptionTranslation {
    @Override
    public @Nullable ProblemException translate(Throwable exception) {
        return exception instanceof GraphUnavailableException
                ? Problem.UNAVAILABLE.because("The social graph cannot be reached.")
                : null;
    }
}
