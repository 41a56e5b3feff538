package timeline.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.UsageException;

/** {@code ./timeline kill}. */
@picocli.CommandLine.Command(name = "kill", description = "Send a signal, SIGKILL unless told otherwise, to a component's process.")
public final class KillCommand extends ComponentsCommand {
    /** Whether the system has a signal of that name is asked by the stack; 0 is none, it only asks whether a process lives. */
    private static final Pattern SIGNAL = Pattern.compile("(?i)(SIG)?[A-Z][A-Z0-9+-]{0,15}|[1-9][0-9]?");

    @Option(names = {"-s", "--signal"}, defaultValue = "KILL", description = "Which signal, by name.")
    private String signal = "KILL";

    @Override
    public void check(Stack stack) {
        super.check(stack);
        if (!SIGNAL.matcher(signal).matches()) {
            throw new UsageException("a signal is a name such as TERM or STOP, or its number, not '" + signal + "'");
        }
    }

    @Override
    void act(Stack stack, String name, Terminal terminal) throws InterruptedException {
        stack.kill(name, signal);
        terminal.note("sent " + signal + " to " + name);
    }
}
