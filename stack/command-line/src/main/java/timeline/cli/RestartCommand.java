package timeline.cli;

import timeline.local.Stack;
import timeline.local.Status;
import timeline.local.Terminal;

/** {@code ./timeline restart}. */
@picocli.CommandLine.Command(name = "restart", description = "Stop a component in an orderly way, start it, and wait until it is ready.")
public final class RestartCommand extends ComponentsCommand {
    @Override
    void act(Stack stack, String name, Terminal terminal) throws InterruptedException {
        if (stack.status(name).state() != Status.State.EXITED) {
            stack.stop(name);
        }
        Restarts.start(stack, name, terminal);
    }
}
