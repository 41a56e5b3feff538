package timeline.cli;

import java.util.List;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline pause}. */
@picocli.CommandLine.Command(name = "pause", description = "Freeze a component: it keeps its connections and answers nothing.")
public final class PauseCommand implements Command {
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
            stack.pause(name);
            terminal.note("paused " + name);
        }
        return DONE;
    }
}
