package timeline.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Component;
import timeline.local.Followers;
import timeline.local.Settings;
import timeline.local.Settings.Compiler;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.UsageException;
import timeline.local.http.FirstTweet;

/** {@code ./timeline up}. */
@picocli.CommandLine.Command(name = "up", description = "Start what is not running, and wait until a tweet has really travelled.")
public final class UpCommand implements Command {
    @Option(names = "--ha", description = "Two of each service.")
    private boolean ha;

    @Option(names = "--threshold", paramLabel = "N", description = "Followers from which an author is pulled, not pushed; or inf.")
    private @Nullable Followers threshold;

    @Option(names = "--jit", paramLabel = "quick|full", description = "How the JVMs compile: quick starts sooner (default), full is for benchmarks.")
    private Compiler jit = Compiler.QUICK;

    @Option(names = "--port-offset", paramLabel = "N", description = "Add N to every port.")
    @Bounds(min = 0, max = 30_000)
    private int portOffset;

    @Option(names = "--port", paramLabel = "NAME=PORT", description = "The port of one component; may be repeated.")
    @Bounds(min = 1, max = 65_535)
    private Map<String, Integer> ports = new HashMap<>();

    @Override
    public void check(Stack stack) {
        try {
            stack.check(settings());
        } catch (IllegalArgumentException bad) {
            throw new UsageException(String.valueOf(bad.getMessage()), bad);
        }
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        boolean started = stack.up(settings(), terminal);
        if (!started) {
            terminal.progress("everything is running already");
            if (threshold != null) {
                ThresholdCommand.change(stack, threshold, terminal);
            }
        }
        welcome(stack, terminal);
        return DONE;
    }

    private Settings settings() {
        OptionalLong followers = threshold == null ? OptionalLong.empty() : OptionalLong.of(threshold.number());
        return new Settings(ha, followers, portOffset, ports, jit);
    }

    private static void welcome(Stack stack, Terminal terminal) {
        terminal.say("");
        for (Component component : stack.components()) {
            if (component.isService()) {
                terminal.say(String.format(Locale.ROOT, "%-20s %-23s metrics %s/actuator/prometheus", component.name(),
                        stack.url(component.name()), stack.management(component.name())));
            }
        }
        terminal.say("");
        terminal.say("The first tweet's reader sees it:");
        terminal.say("");
        terminal.say("  TOKEN=$(curl -s " + stack.gateway()
                + "/v1/tokens -H 'Content-Type: application/json' -d '{\"username\":\""
                + FirstTweet.READER + "\"}' | sed 's/.*\"access_token\" *: *\"\\([^\"]*\\)\".*/\\1/')");
        terminal.say("  curl -si '" + stack.gateway() + "/v1/timeline?limit=1' -H \"Authorization: Bearer $TOKEN\"");
        terminal.say("");
        terminal.say("Next: ./timeline demo, ./timeline ps, ./timeline kill redis-1, ./timeline down");
    }
}
