package timeline.history;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import timeline.history.Invariant.Finding;
import timeline.history.Invariant.Violation;

/** Counts while an invariant is checked. */
final class Tally {
    private final String invariant;
    private final List<Violation> violations = new ArrayList<>();
    private long tested;

    Tally(String invariant) {
        this.invariant = invariant;
    }

    /** One check: a violation, described, unless the promise was kept; the operation is the one that it is counted for. */
    @FormatMethod
    void check(Operation where, boolean kept, String violation, Object... arguments) {
        tested++;
        if (!kept) {
            violations.add(new Violation(where.invokedNanos(), String.format(Locale.ROOT, violation, arguments)));
        }
    }

    Finding finding() {
        return new Finding(invariant, tested, violations);
    }
}
