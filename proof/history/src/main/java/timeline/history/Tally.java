package timeline.history;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import timeline.history.Invariant.Finding;

/** Counts while an invariant is checked. */
final class Tally {
    private final String invariant;
    private final List<String> violations = new ArrayList<>();
    private long tested;

    Tally(String invariant) {
        this.invariant = invariant;
    }

    /** One check: a violation, described, unless the promise was kept. */
    @FormatMethod
    void check(boolean kept, String violation, Object... arguments) {
        tested++;
        if (!kept) {
            violations.add(String.format(Locale.ROOT, violation, arguments));
        }
    }

    Finding finding() {
        return new Finding(invariant, tested, violations);
    }
}
