package timeline.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import timeline.history.Operation;
import timeline.history.Outcome;
import timeline.simulation.Simulation.Result;

/** A run, told so that a reader can follow it: what users did and saw, the last steps, and what was wrong. */
final class Narration {
    private Narration() {
    }

    static List<String> of(Result result) {
        List<String> lines = new ArrayList<>();
        lines.add("seed " + result.seed() + " (" + result.workload() + ")");
        result.history().operations().forEach(operation -> lines.add(line(operation)));
        lines.addAll(result.trace());
        lines.addAll(result.violations());
        lines.add(result.isKept() ? "every promise was kept" : result.violations().size() + " violations");
        return lines;
    }

    private static String line(Operation operation) {
        return String.format(Locale.ROOT, "%9.4f to %9.4f s  user %s %s -> %s", operation.invokedNanos() / 1e9,
                operation.endedNanos() / 1e9, operation.user(), operation.action(), told(operation.outcome()));
    }

    private static String told(Outcome outcome) {
        if (outcome instanceof Outcome.Seen seen) {
            String tweets = seen.tweets().stream().map(tweet -> tweet.author() + ":" + tweet.tweet())
                    .collect(Collectors.joining(" "));
            return "[" + tweets + "]" + (seen.degraded().isEmpty() ? "" : " without " + seen.degraded());
        }
        return outcome.toString();
    }
}
