package timeline.cli;

import java.util.List;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/** Does the same to each component that a command line names, in its order; to none when there is one that does not exist. */
abstract class ComponentsCommand implements Command {
    @Parameters(arity = "1..*", paramLabel = "NAME")
    private List<String> names = List.of();

    @Override
    public void check(Stack stack) {
        ComponentNames.require(stack, names);
    }

    @Override
    public final int run(Stack stack, Terminal terminal) throws InterruptedException {
        names.forEach(stack::component);
        for (String name : names) {
            act(stack, name, terminal);
        }
        return DONE;
    }

    abstract void act(Stack stack, String name, Terminal terminal) throws InterruptedException;
}
