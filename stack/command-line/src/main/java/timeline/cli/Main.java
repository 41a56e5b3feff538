package timeline.cli;

import java.nio.file.Path;
import java.util.Optional;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.embedded.EmbeddedStack;

/** What the {@code timeline} script runs. */
public final class Main {
    /** The repository; set by the script. */
    private static final String ROOT = "timeline.root";
    /** Where state is kept, instead of {@code .timeline} in the repository. */
    private static final String HOME = "TIMELINE_HOME";

    private Main() {
    }

    static void main(String[] arguments) {
        Path root = Path.of(System.getProperty(ROOT, ".")).toAbsolutePath().normalize();
        Path home = Optional.ofNullable(System.getenv(HOME)).filter(text -> !text.isBlank()).map(Path::of)
                .orElse(root.resolve(".timeline"));
        Stack stack = new EmbeddedStack(root, home);
        Terminal terminal = new Terminal(System.out, System.err, System::nanoTime);
        System.exit(CommandLines.of(stack, terminal).execute(arguments));
    }
}
