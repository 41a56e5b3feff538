package timeline.cli;

import java.util.List;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline unpause}. */
@picocli.CommandLine.Command(name = "unpause", description = "Let a frozen component go on.")
public final class UnpauseCommand implements Command {
    @Parameters(arity = "1..*", paramLabel = "NAME")
    private List<String> names = List.of();

    @Override
    public void check(Stack stack) {
        ComponentNames.require(stack, names);
    }

    @Override
    public int run(Stack stack, Terminal terminal) {
        names.forEach(stack::component);
        for (String name : names) {
            stack.unpause(name);
            terminal.note(name + " goes on");
        }
        return DONE;
    }
}
