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
    public int run(Stack stack, Terminal terminal) {
        // All names are checked before anything is done to the first one.
        names.forEach(stack::component);
        for (String name : names) {
            stack.unpause(name);
            terminal.note(name + " goes on");
        }
        return DONE;
    }
}
