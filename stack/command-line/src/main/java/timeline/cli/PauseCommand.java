package timeline.cli;

import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline pause}. */
@picocli.CommandLine.Command(name = "pause", description = "Freeze a component: it keeps its connections and answers nothing.")
public final class PauseCommand extends ComponentsCommand {
    @Override
    void act(Stack stack, String name, Terminal terminal) {
        stack.pause(name);
        terminal.note("paused " + name);
    }
}
