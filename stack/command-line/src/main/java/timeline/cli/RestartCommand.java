package timeline.cli;

import java.util.List;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Status;
import timeline.local.Terminal;

/** {@code ./timeline restart}. */
@picocli.CommandLine.Command(name = "restart", description = "Stop a component in an orderly way, start it, and wait until it is ready.")
public final class RestartCommand implements Command {
    @Parameters(arity = "1..*", paramLabel = "NAME")
    private List<String> names = List.of();

    @Override
    public void check(Stack stack) {
        ComponentNames.require(stack, names);
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        names.forEach(stack::component);
        for (String name : names) {
            if (stack.status(name).state() != Status.State.EXITED) {
                stack.stop(name);
            }
            Restarts.start(stack, name, terminal);
        }
        return DONE;
    }
}
