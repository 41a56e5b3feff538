package timeline.cli;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.http.PushThreshold;

/** {@code ./timeline threshold}. */
@picocli.CommandLine.Command(name = "threshold", description = "Show or change the push threshold, in followers; it applies to the next tweet.")
public final class ThresholdCommand implements Command {
    @Parameters(arity = "0..1", paramLabel = "N", description = "The new threshold: 0 pulls all, inf never pulls.")
    private @Nullable String threshold;

    @Override
    public int run(Stack stack, Terminal terminal) {
        if (threshold == null) {
            terminal.say(Followers.format(new PushThreshold(stack).current()));
        } else {
            change(stack, OptionalLong.of(Followers.parse(threshold)), terminal);
        }
        return DONE;
    }

    void change(Stack stack, OptionalLong followers, Terminal terminal) {
        if (followers.isPresent()) {
            long now = new PushThreshold(stack).change(followers.getAsLong());
            terminal.say("the push threshold is now " + Followers.format(now) + " followers");
        }
    }
}
