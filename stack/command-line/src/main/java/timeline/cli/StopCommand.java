package timeline.cli;

import java.util.List;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline stop}. */
@picocli.CommandLine.Command(name = "stop", description = "Stop a component in an orderly way.")
public final class StopCommand implements Command {
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
            stack.stop(name);
            terminal.note("stopped " + name);
        }
        return DONE;
    }
}
