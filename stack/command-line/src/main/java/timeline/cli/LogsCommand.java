package timeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.log.LogEvent;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Terminal;

/** {@code ./timeline logs}. */
@picocli.CommandLine.Command(name = "logs", description = "Show a component's log: time, level, logger, message.")
public final class LogsCommand implements Command {
    private static final long LOOK_MILLIS = 200;

    @Option(names = {"-f", "--follow"}, description = "Go on with what is added, also after a restart, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "The lines as they are, with everything that the component logged.")
    private boolean json;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Override
    public void check(Stack stack) {
        ComponentNames.require(stack, List.of(name));
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        Path path = stack.log(name);
        if (!Files.exists(path)) {
            throw new StackException(name + " has no log yet");
        }
        ZoneId zone = ZoneId.systemDefault();
        Consumer<String> lines = json
                ? terminal::say
                : line -> LogEvent.readable(line, zone).forEach(terminal::say);
        GrowingLog log = new GrowingLog(path);
        try {
            log.read(lines);
            while (follow) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                log.read(lines);
            }
            log.flush(lines);
            return DONE;
        } catch (IOException unreadable) {
            throw new StackException("can't read " + path, unreadable);
        }
    }
}
