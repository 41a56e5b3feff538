package timeline.drill;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Terminal;
import timeline.local.UsageException;
import timeline.drill.stack.ComposeTarget;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.EmbeddedTarget;
import timeline.drill.stack.Target;

/** {@code ./timeline drill}: carries drills out, one after the other, and ends with 0 when every hypothesis held. */
@picocli.CommandLine.Command(name = "drill", description = "Break something under load, and get a verdict.")
public final class DrillCommand implements Command {
    private static final Duration CALM = Duration.ofSeconds(5);

    private enum StackKind {
        EMBEDDED, COMPOSE
    }

    @Parameters(paramLabel = "NAME", description = "Which drills; without a name they are listed.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "All drills that take less than a minute each, one after the other.")
    private boolean all;

    @Option(names = "--long", description = "With --all: the long ones as well (crossings, cache-storm, scrolls).")
    private boolean alsoLong;

    @Option(names = "--stack", defaultValue = "EMBEDDED", description = "embedded (default) or compose, the containers.")
    private StackKind kind = StackKind.EMBEDDED;

    @Option(names = "--json", description = "The reports as a JSON array.")
    private boolean json;

    @Option(names = "--seed", description = "Decides the graph and who acts when (default: the clock).")
    @Bounds(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private long seed = System.currentTimeMillis();

    @Override
    public void check(Stack stack) {
        names.forEach(DrillCommand::named);
        if (all && !names.isEmpty()) {
            throw new UsageException("either some drills or --all");
        }
        if (alsoLong && !all) {
            throw new UsageException("--long goes with --all");
        }
    }

    @Override
    public int run(Stack stack, Terminal terminal) {
        if (names.isEmpty() && !all) {
            Drills.all().forEach(
                    drill -> terminal.say(String.format(Locale.ROOT, "%-14s %s%s", drill.name(), drill.hypothesis(),
                            drill.isLong() ? " (Takes minutes.)" : "")));
            return DONE;
        }
        List<Drill> chosen = all
                ? Drills.all().stream().filter(drill -> alsoLong || !drill.isLong()).toList()
                : names.stream().map(DrillCommand::named).toList();
        Target target = target(stack);
        List<DrillReport> reports = new ArrayList<>();
        for (Drill drill : chosen) {
            terminal.progress(drill.name() + ": " + drill.hypothesis());
            reports.add(carryOut(drill, target, terminal, seed + reports.size()));
            if (!json) {
                Reports.text(reports.getLast()).forEach(terminal::say);
            }
        }
        if (json) {
            terminal.say(Reports.json(reports));
        }
        return reports.stream().allMatch(DrillReport::isPassed) ? DONE : FAILED;
    }

    private static DrillReport carryOut(Drill drill, Target target, Terminal terminal, long seed) {
        try {
            return new DrillRun(target, CALM, terminal::progress).run(drill, seed);
        } catch (DrillException | timeline.client.NoAnswerException
                | timeline.client.UnexpectedAnswerException failed) {
            throw new StackException(drill.name() + " could not be carried out: " + failed.getMessage(), failed);
        }
    }

    private Target target(Stack stack) {
        return switch (kind) {
            case EMBEDDED -> new EmbeddedTarget(stack);
            case COMPOSE -> new ComposeTarget(Path.of(System.getProperty("timeline.root", ".")),
                    URI.create("http://127.0.0.1:" + System.getenv().getOrDefault("GATEWAY_PORT", "8080")));
        };
    }

    private static Drill named(String name) {
        return Drills.named(name).orElseThrow(() -> new UsageException("there is no drill " + name + ", only "
                + Drills.all().stream().map(Drill::name).collect(Collectors.joining(" "))));
    }
}
