package timeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline test}: the script runs Maven, and this adds up what the tests said. */
@picocli.CommandLine.Command(name = "test", description = "The whole test suite; further arguments are Maven's.")
public final class TestCommand implements Command {
    @Option(names = "--since", hidden = true, description = "A file as old as the run.")
    private @Nullable Path since;

    @Option(names = "--maven", hidden = true, description = "Maven's exit code.")
    private int maven;

    @Override
    public int run(Stack stack, Terminal terminal) throws IOException {
        Path root = Path.of(System.getProperty("timeline.root", "."));
        FileTime begun = since == null ? FileTime.fromMillis(0) : Files.getLastModifiedTime(since);
        TestTotals totals = TestTotals.below(root, begun);
        terminal.say(
                String.format("%d tests in %d classes: %d failed, %d broke, %d skipped; the build %s", totals.tests(),
                        totals.suites(), totals.failures(), totals.errors(), totals.skipped(),
                        maven == 0 ? "succeeded" : "FAILED"));
        return maven == 0 && totals.isGreen() ? DONE : FAILED;
    }
}
