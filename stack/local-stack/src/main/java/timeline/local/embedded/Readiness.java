package timeline.local.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import timeline.local.StackException;
import timeline.local.process.Children;
import timeline.stores.LogTail;

/** Waits for components, and explains why one did not come. */
final class Readiness {
    private static final long BETWEEN_PROBES_MILLIS = 100;
    private static final int LINES_OF_LOG = 12;

    private final Children children;

    Readiness(Children children) {
        this.children = children;
    }

    /** @throws StackException as soon as the process has ended, or after the patience; with the last lines of its log */
    void await(Blueprint blueprint, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!blueprint.isReady()) {
            if (children.find(blueprint.name()).isEmpty()) {
                throw new StackException(blueprint.name() + " ended instead of becoming ready" + lastWords(blueprint));
            }
            if (System.nanoTime() > deadline) {
                throw new StackException(blueprint.name() + " is not ready after " + patience.toSeconds() + " s"
                        + lastWords(blueprint));
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_PROBES_MILLIS);
        }
    }

    private static String lastWords(Blueprint blueprint) {
        List<String> lines;
        try {
            lines = LogTail.of(blueprint.log(), LINES_OF_LOG);
        } catch (IOException noLog) {
            lines = List.of();
        }
        return lines.isEmpty()
                ? "; its log " + blueprint.log() + " is empty"
                : "; the last lines of " + blueprint.log() + ":\n  "
                        + lines.stream().map(LogLine::readable).collect(Collectors.joining("\n  "));
    }
}
