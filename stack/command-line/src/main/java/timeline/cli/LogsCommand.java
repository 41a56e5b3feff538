package timeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Terminal;

/** {@code ./timeline logs}. */
@picocli.CommandLine.Command(name = "logs", description = "Show a component's log.")
public final class LogsCommand implements Command {
    private static final long LOOK_MILLIS = 200;

    @Option(names = {"-f", "--follow"}, description = "Go on with what is added, also after a restart, until Ctrl-C.")
    private boolean follow;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Override
    public void check(Stack stack) {
        ComponentNames.require(stack, List.of(name));
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        Path log = stack.log(name);
        if (!Files.exists(log)) {
            throw new StackException(name + " has no log yet");
        }
        try {
            long shown = print(log, 0, terminal);
            while (follow) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                // A restart begins a new file, which is shorter.
                long size = Files.exists(log) ? Files.size(log) : shown;
                shown = print(log, size < shown ? 0 : shown, terminal);
            }
            return DONE;
        } catch (IOException unreadable) {
            throw new StackException("can't read " + log, unreadable);
        }
    }

    /** @return the position up to which the log has been shown */
    private static long print(Path log, long from, Terminal terminal) throws IOException {
        if (!Files.exists(log)) {
            return from;
        }
        try (var channel = Files.newByteChannel(log)) {
            channel.position(from);
            long shown = java.nio.channels.Channels.newInputStream(channel).transferTo(terminal.raw());
            terminal.raw().flush();
            return from + shown;
        }
    }
}
