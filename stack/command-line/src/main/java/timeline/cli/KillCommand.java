package timeline.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.UsageException;

/** {@code ./timeline kill}. */
@picocli.CommandLine.Command(name = "kill", description = "Send a signal, SIGKILL unless told otherwise, to a component's process.")
public final class KillCommand implements Command {
    /** Whether the system has a signal of that name is asked by the stack; 0 is none, it only asks whether a process lives. */
    private static final Pattern SIGNAL = Pattern.compile("(?i)(SIG)?[A-Z][A-Z0-9+-]{0,15}|[1-9][0-9]?");

    @Option(names = {"-s", "--signal"}, defaultValue = "KILL", description = "Which signal, by name.")
    private String signal = "KILL";

    @Parameters(arity = "1..*", paramLabel = "NAME")
    private List<String> names = List.of();

    @Override
    public void check(Stack stack) {
        ComponentNames.require(stack, names);
        if (!SIGNAL.matcher(signal).matches()) {
            throw new UsageException("a signal is a name such as TERM or STOP, or its number, not '" + signal + "'");
        }
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        names.forEach(stack::component);
        for (String name : names) {
            stack.kill(name, signal);
            terminal.note("sent " + signal + " to " + name);
        }
        return DONE;
    }
}
