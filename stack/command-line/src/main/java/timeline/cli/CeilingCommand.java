package timeline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.http.ReadCeiling;

/** {@code ./timeline ceiling}. */
@picocli.CommandLine.Command(name = "ceiling", description = "Show or switch whether reads show what is yet to be delivered, and say when they can't tell; it applies to the next read.")
public final class CeilingCommand implements Command {
    /** The two positions of the switch. */
    enum Position {
        ON, OFF
    }

    @Parameters(arity = "0..1", paramLabel = "on|off", description = "off: a timeline may be silently stale while the fan-out is down.")
    private @Nullable Position position;

    @Override
    public int run(Stack stack, Terminal terminal) {
        ReadCeiling ceiling = new ReadCeiling(stack);
        if (position != null) {
            ceiling.turn(position == Position.ON);
        }
        ceiling.current().forEach((instance, is) -> terminal.say(instance + ": " + is));
        return DONE;
    }
}
