package timeline.cli;

import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/** {@code ./timeline dlq}: what the fan-out could not make sense of. */
@picocli.CommandLine.Command(name = "dlq", description = "Dead letters: list them, look at one, replay or discard them.", subcommands = {
        DlqListCommand.class, DlqShowCommand.class, DlqReplayCommand.class, DlqDiscardCommand.class})
public final class DlqCommand implements Command {
    @Override
    public int run(Stack stack, Terminal terminal) {
        return new DlqListCommand().run(stack, terminal);
    }
}
