package timeline.cli;

import picocli.CommandLine.Option;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline down}. */
@picocli.CommandLine.Command(name = "down", description = "Stop everything, also what a killed launcher left behind.")
public final class DownCommand implements Command {
    @Option(names = {"--volumes", "-v"}, description = "Delete data and secrets, too.")
    private boolean volumes;

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        stack.down(volumes, terminal);
        return DONE;
    }
}
