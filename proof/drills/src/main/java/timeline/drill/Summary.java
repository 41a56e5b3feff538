package timeline.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line for each drill of several. */
final class Summary {
    private final List<String> lines = new ArrayList<>();
    private boolean allPassed = true;

    Summary() {
        lines.add(String.format(Locale.ROOT, "%-18s %-15s %22s %15s", "drill", "verdict", "seconds to recovery",
                "failed requests"));
    }

    void add(DrillReport report) {
        allPassed &= report.isPassed();
        lines.add(String.format(Locale.ROOT, "%-18s %-15s %22.1f %15d", report.drill().name(), report.result(),
                report.quiet().toMillis() / 1000.0, report.figures().failed()));
    }

    /** One of which nothing can be said, not even what was lacking. */
    void notCarriedOut(Drill drill) {
        allPassed = false;
        lines.add(String.format(Locale.ROOT, "%-18s %-15s %22s %15s", drill.name(), "NOT CARRIED OUT", "-", "-"));
    }

    boolean isAllPassed() {
        return allPassed;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
