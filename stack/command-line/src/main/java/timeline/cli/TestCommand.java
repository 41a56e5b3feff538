package timeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.UsageException;

/** {@code ./timeline test}: the script runs Maven, and this adds up what the tests said. */
@picocli.CommandLine.Command(name = "test", description = "The whole test suite; further arguments are Maven's.")
public final class TestCommand implements Command {
    private static final int MOST_NAMED = 100;

    private final Path root;
    private final InstantSource clock;

    @Option(names = "--since", hidden = true, description = "A file as old as the run.")
    private @Nullable Path since;

    @Option(names = "--maven", hidden = true, description = "Maven's exit code.")
    @Bounds(min = 0, max = 255)
    private int maven;

    public TestCommand() {
        this(Path.of(System.getProperty("timeline.root", ".")), InstantSource.system());
    }

    /** @param root where the reports are looked for */
    TestCommand(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    @Override
    public void check(Stack stack) {
        if (since != null && !Files.isRegularFile(since)) {
            throw new UsageException("--since is a file as old as the run, not '" + since + "'");
        }
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws IOException {
        Instant begun = since == null ? Instant.EPOCH : Files.getLastModifiedTime(since).toInstant();
        TestTotals totals = TestTotals.below(root, java.nio.file.attribute.FileTime.from(begun));
        totals.failed().stream().limit(MOST_NAMED).forEach(test -> terminal.say("FAILED " + test));
        totals.flaky().stream().limit(MOST_NAMED)
                .forEach(test -> terminal.say("FLAKY (passed when tried again) " + test));
        terminal.say(String.format(Locale.ROOT,
                "%d tests in %d classes: %d failed, %d flaky, %d skipped%s; the build %s",
                totals.tests(), totals.suites(), totals.failed().size(), totals.flaky().size(), totals.skipped(),
                since == null ? "" : ", in " + minutes(Duration.between(begun, clock.instant())),
                maven == 0 ? "succeeded" : "FAILED"));
        return maven == 0 && totals.isGreen() ? DONE : FAILED;
    }

    private static String minutes(Duration duration) {
        return String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
}
