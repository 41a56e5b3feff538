package timeline.cli;

import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline unpause}. */
@picocli.CommandLine.Command(name = "unpause", description = "Let a frozen component go on.")
public final class UnpauseCommand extends ComponentsCommand {
    @Override
    void act(Stack stack, String name, Terminal terminal) {
        stack.unpause(name);
        terminal.note(name + " goes on");
    }
}
