package timeline.drill;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import timeline.drill.Drill.Kind;
import timeline.drill.Drills.Choice;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Terminal;
import timeline.local.UsageException;
import timeline.drill.disturbance.InstancesInTurn;
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

    @Option(names = "--all", description = "All drills that break one thing once, one after the other.")
    private boolean all;

    @Option(names = "--long", description = "With --all: the long ones as well (cache-storm, crossings, scrolls, node-frozen, cold-start, spike, random; with two of each service instance-killed, instance-frozen, "
            + "instance-cut-off, rolling-restart; with three of each store node-of-three).")
    private boolean alsoLong;

    @Option(names = "--stack", defaultValue = "EMBEDDED", description = "embedded (default) or compose, the containers.")
    private StackKind kind = StackKind.EMBEDDED;

    @Option(names = "--times", paramLabel = "N", defaultValue = "1", description = "How often instance-killed, instance-frozen, instance-cut-off, rolling-restart and node-of-three take an instance of each kind away (default: once).")
    @Bounds(min = 1, max = 10)
    private int times = 1;

    @Option(names = "--faults", paramLabel = "N", defaultValue = "3", description = "How many faults a random schedule has (default: 3).")
    @Bounds(min = 1, max = 100)
    private int faults = 3;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "30", description = "How long a soak lasts, with a fault each minute (default: 30).")
    @Bounds(min = 1, max = 720)
    private int minutes = 30;

    @Option(names = "--json", description = "The reports as a JSON array.")
    private boolean json;

    @Option(names = "--seed", description = "Decides the graph, who acts when, and a random schedule of faults (default: the clock).")
    @Bounds(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private long seed = System.currentTimeMillis();

    @Override
    public void check(Stack stack) {
        List<Drill> chosen = names.stream().map(name -> named(stack, name)).toList();
        if (all && !names.isEmpty()) {
            throw new UsageException("either some drills or --all");
        }
        if (alsoLong && !all) {
            throw new UsageException("--long goes with --all");
        }
        if (times > 1 && !alsoLong
                && chosen.stream().noneMatch(drill -> drill.disturbance() instanceof InstancesInTurn)) {
            throw new UsageException("--times goes with instance-killed, instance-frozen, instance-cut-off, "
                    + "rolling-restart or node-of-three");
        }
        for (Drill drill : chosen) {
            lacks(drill, target(stack)).ifPresent(lack -> {
                throw new UsageException(drill.name() + " needs " + lack);
            });
        }
    }

    @Override
    public int run(Stack stack, Terminal terminal) {
        if (names.isEmpty() && !all) {
            drills(stack).forEach(drill -> terminal.say(String.format(Locale.ROOT, "%-17s %s%s", drill.name(),
                    drill.hypothesis(), drill.kind() == Kind.OUTAGE ? "" : " (Takes minutes.)")));
            return DONE;
        }
        Target target = target(stack);
        List<Drill> chosen = all
                ? possible(stack, target, terminal)
                : names.stream().map(name -> named(stack, name)).toList();
        List<DrillReport> reports = new ArrayList<>();
        Summary summary = new Summary();
        for (Drill drill : chosen) {
            terminal.progress("HYPOTHESIS of " + drill.name() + ": " + drill.hypothesis());
            try {
                reports.add(carryOut(drill, stack, target, terminal));
            } catch (StackException notCarriedOut) {
                if (chosen.size() == 1) {
                    throw notCarriedOut;
                }
                terminal.note(String.valueOf(notCarriedOut.getMessage()));
                summary.notCarriedOut(drill);
                continue;
            }
            summary.add(reports.getLast());
            if (!json) {
                Reports.text(reports.getLast()).forEach(terminal::say);
            }
        }
        if (json) {
            terminal.say(Reports.json(reports));
        } else if (chosen.size() > 1) {
            summary.lines().forEach(terminal::say);
        }
        return summary.isAllPassed() ? DONE : FAILED;
    }

    /** What the stack lacks something for is left out, and not in silence. */
    private List<Drill> possible(Stack stack, Target target, Terminal terminal) {
        List<Drill> possible = new ArrayList<>();
        Map<String, List<String>> leftOut = new LinkedHashMap<>();
        drills(stack).stream().filter(drill -> drill.kind() == Kind.OUTAGE || (alsoLong && drill.kind() == Kind.LONG))
                .forEach(drill -> lacks(drill, target).ifPresentOrElse(
                        lack -> leftOut.computeIfAbsent(lack, _ -> new ArrayList<>()).add(drill.name()),
                        () -> possible.add(drill)));
        leftOut.forEach((lack, drills) -> terminal
                .note("left out, since they need " + lack + ": " + String.join(" ", drills)));
        return possible;
    }

    /** The first of its needs that the stack does not meet. */
    private static Optional<String> lacks(Drill drill, Target target) {
        try {
            return drill.needs().stream().flatMap(need -> need.lack(target).stream()).findFirst();
        } catch (DrillException unknown) {
            throw new StackException(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private DrillReport carryOut(Drill drill, Stack stack, Target target, Terminal terminal) {
        try {
            return new DrillRun(target, stack.home().resolve("drill"), CALM, terminal::progress).run(drill, seed);
        } catch (DrillException | timeline.client.NoAnswerException
                | timeline.client.UnexpectedAnswerException failed) {
            throw new StackException(drill.name() + " could not be carried out: " + failed.getMessage(), failed);
        }
    }

    private Target target(Stack stack) {
        return switch (kind) {
            case EMBEDDED -> new EmbeddedTarget(stack);
            case COMPOSE -> new ComposeTarget(Path.of(System.getProperty("timeline.root", ".")),
                    List.of(published("GATEWAY_PORT", "8080"), published("GATEWAY_2_PORT", "8090")));
        };
    }

    private static URI published(String variable, String usual) {
        return URI.create("http://127.0.0.1:" + System.getenv().getOrDefault(variable, usual));
    }

    private List<Drill> drills(Stack stack) {
        return Drills.all(new Choice(times, seed, faults, minutes, target(stack).whyLinksStayWhole().isEmpty()));
    }

    private Drill named(Stack stack, String name) {
        List<Drill> drills = drills(stack);
        return drills.stream().filter(drill -> drill.name().equals(name)).findFirst()
                .orElseThrow(() -> new UsageException("there is no drill " + name + ", only "
                        + drills.stream().map(Drill::name).collect(Collectors.joining(" "))));
    }
}
