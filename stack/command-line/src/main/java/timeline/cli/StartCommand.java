package timeline.cli;

import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline start}. */
@picocli.CommandLine.Command(name = "start", description = "Start a component that has ended, and wait until it is ready.")
public final class StartCommand extends ComponentsCommand {
    @Override
    void act(Stack stack, String name, Terminal terminal) throws InterruptedException {
        Restarts.start(stack, name, terminal);
    }
}
