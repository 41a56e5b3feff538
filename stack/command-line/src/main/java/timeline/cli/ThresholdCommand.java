package timeline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Followers;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.http.PushThreshold;

/** {@code ./timeline threshold}. */
@picocli.CommandLine.Command(name = "threshold", description = "Show or change the push threshold, in followers; it applies to the next tweet.")
public final class ThresholdCommand implements Command {
    @Parameters(arity = "0..1", paramLabel = "N", description = "The new threshold: 0 pulls all, inf never pulls.")
    private @Nullable Followers threshold;

    @Override
    public int run(Stack stack, Terminal terminal) {
        if (threshold == null) {
            terminal.say(new Followers(new PushThreshold(stack).current()).toString());
        } else {
            change(stack, threshold, terminal);
        }
        return DONE;
    }

    static void change(Stack stack, Followers threshold, Terminal terminal) {
        Followers now = new Followers(new PushThreshold(stack).change(threshold.number()));
        terminal.say("the push threshold is now " + now + " followers");
    }
}
