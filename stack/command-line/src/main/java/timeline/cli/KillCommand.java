package timeline.cli;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline kill}. */
@picocli.CommandLine.Command(name = "kill", description = "Send a signal, SIGKILL unless told otherwise, to a component's process.")
public final class KillCommand implements Command {
    @Option(names = {"-s", "--signal"}, defaultValue = "KILL", description = "Which signal, by name.")
    private String signal = "KILL";

    @Parameters(arity = "1..*", paramLabel = "NAME")
    private List<String> names = List.of();

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
