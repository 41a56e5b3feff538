package timeline.edge.problem;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import timeline.edge.Problem;
import timeline.edge.ProblemException;

/**
 * Turns any exception into a problem. What nobody knows is a defect: it is logged with its trace, and the client learns nothing
 * but that it happened. Every problem is counted under its type.
 */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final List<ExceptionTranslation> translations;
    private final MeterRegistry meters;

    public Problems(List<ExceptionTranslation> translations, MeterRegistry meters) {
        this.translations = List.copyOf(translations);
        this.meters = meters;
    }

    public ProblemException of(Throwable exception) {
        ProblemException problem = translate(exception);
        meters.counter("http.problems", "type", problem.problem().slug()).increment();
        return problem;
    }

    private ProblemException translate(Throwable exception) {
        for (ExceptionTranslation translation : translations) {
            ProblemException known = translation.translate(exception);
            if (known != null) {
                return known;
            }
        }
        log.error("A request failed by a defect", exception);
        return Problem.INTERNAL.because("The failure was logged under the trace id.");
    }
}
