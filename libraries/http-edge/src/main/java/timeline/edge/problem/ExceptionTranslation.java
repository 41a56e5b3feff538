package timeline.edge.problem;

import org.jspecify.annotations.Nullable;
import timeline.edge.ProblemException;

/**
 * Says which problem an exception of a service's own domain or store is to the client. A service declares one as a bean; the
 * first that knows the exception decides.
 */
@FunctionalInterface
public interface ExceptionTranslation {
    /** The problem, or null when this translation does not know the exception. */
    @Nullable
    ProblemException translate(Throwable exception);
}
