package timeline.cli;

import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline stop}. */
@picocli.CommandLine.Command(name = "stop", description = "Stop a component in an orderly way.")
public final class StopCommand extends ComponentsCommand {
    @Override
    void act(Stack stack, String name, Terminal terminal) throws InterruptedException {
        stack.stop(name);
        terminal.note("stopped " + name);
    }
}
