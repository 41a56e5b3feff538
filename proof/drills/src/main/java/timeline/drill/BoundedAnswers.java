package timeline.drill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import timeline.drill.crowd.Ledger.Request;
import timeline.history.Invariant.Finding;
import timeline.history.Invariant.Violation;

/**
 * G12: no try takes more than 2 s (and a tenth for the client itself), whatever it was for and whatever was answered. How long somebody
 * who tries again and again needs in the end is not promised.
 */
final class BoundedAnswers {
    static final Duration BOUND = Duration.ofMillis(2_100);

    private BoundedAnswers() {
    }

    static Finding check(List<Request> requests) {
        return new Finding("G12 bounded answer", requests.size(), requests.stream()
                .filter(request -> request.slowest().compareTo(BOUND) > 0).map(BoundedAnswers::violation).toList());
    }

    private static Violation violation(Request request) {
        return new Violation(request.invokedNanos(), String.format(Locale.ROOT, "%s %s of %s took %d ms",
                request.method(), request.path(), request.at(), request.slowest().toMillis()));
    }
}
