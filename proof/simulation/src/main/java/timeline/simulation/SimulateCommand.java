package timeline.simulation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.UsageException;
import timeline.simulation.Simulation.Result;
import timeline.simulation.world.Wiring;

/** {@code ./timeline simulate}: runs seeds, and ends with 0 when no promise was broken and every kind of fault has struck. */
@picocli.CommandLine.Command(name = "simulate", description = "Run the services' own code against seeded faults, in "
        + "virtual time.")
public final class SimulateCommand implements Command {
    private static final int MOST_SHOWN = 20;
    /** More than a machine gets through in a lifetime. */
    private static final long MOST_SEEDS = 1_000_000_000_000_000L;

    @Option(names = "--seeds", defaultValue = "2000", description = "How many seeds (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = MOST_SEEDS)
    private long seeds = 2_000;

    @Option(names = "--from", defaultValue = "0", description = "The first seed (default ${DEFAULT-VALUE}).")
    @Bounds(min = -MOST_SEEDS, max = MOST_SEEDS)
    private long from;

    @Option(names = "--seed", description = "This seed alone, with what happened in it.")
    @Bounds(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private @Nullable Long seed;

    @Option(names = "--workload", converter = WorkloadLabel.class, description = "One workload for all seeds: broadcast, read-your-writes, churn, celebrity, "
            + "scroll, retries, cold-start, mixed (default: all in turn).")
    private @Nullable Workload workload;

    @Option(names = "--trace", defaultValue = "60", description = "How many of the last steps to show, with --seed (default "
            + "${DEFAULT-VALUE}).")
    @Bounds(min = 0, max = 1_000_000)
    private int trace = 60;

    @Option(names = "--world", converter = WorldLabel.class, defaultValue = "timelines", description = "timelines: what users see of "
            + "each other's tweets; storm: overload, deaths, cold code, slow stores, each seed with its own (default "
            + "${DEFAULT-VALUE}).")
    private World world = World.TIMELINES;

    /** What is simulated. */
    private enum World {
        TIMELINES, STORM
    }

    @Override
    public void check(Stack stack) {
        if (world == World.STORM && workload != null) {
            throw new UsageException("a storm has no workload: its seed decides on everything");
        }
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        Optional<Workload> chosen = Optional.ofNullable(workload);
        Long alone = seed;
        if (world == World.STORM) {
            return alone == null ? Storms.campaign(from, seeds, terminal) : Storms.replay(alone, terminal);
        }
        return alone == null ? campaign(chosen, terminal) : replay(alone, chosen, terminal);
    }

    private int campaign(Optional<Workload> chosen, Terminal terminal) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        long began = System.nanoTime();
        Tally tally = new Campaign(Wiring.AS_DESIGNED, chosen, done -> {
            if (done % 10_000 == 0) {
                terminal.progress(done + " seeds");
            }
        }).run(from, seeds, processors);
        double seconds = (System.nanoTime() - began) / 1e9;
        terminal.say(String.format(Locale.ROOT, "%d seeds (%d to %d) in %.1f s on %d processors: %.0f seeds/s",
                tally.seeds(), from, from + seeds - 1, seconds, processors, tally.seeds() / seconds));
        tally.work().forEach((name, work) -> terminal.say(String.format(Locale.ROOT,
                "  %-18s %8d seeds  %10d operations  %12d steps", name, work.seeds(), work.operations(),
                work.steps())));
        terminal.say("faults: " + listed(tally.faults()));
        terminal.say("checks: " + listed(tally.checks()));
        tally.missing().forEach(fault -> terminal.say("FAILED: the fault " + fault + " never struck"));
        tally.failures().stream().limit(MOST_SHOWN).forEach(failure -> terminal.say("FAILED: seed " + failure.seed()
                + " (" + failure.workload() + "): " + failure.violation()));
        terminal.say(tally.failures().size() + " seeds with violations"
                + (tally.failures().isEmpty() ? "" : "; replay one with ./timeline simulate --seed N"));
        return tally.isPassed() ? DONE : FAILED;
    }

    private int replay(long alone, Optional<Workload> chosen, Terminal terminal) {
        Result result = Simulation.run(alone, chosen.orElse(Workload.of(alone)), Wiring.AS_DESIGNED, trace);
        Narration.of(result).forEach(terminal::say);
        return result.isKept() ? DONE : FAILED;
    }

    static String listed(Map<?, Long> counts) {
        return counts.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** A world by its name. */
    private static final class WorldLabel implements ITypeConverter<World> {
        @Override
        public World convert(String label) {
            return switch (label) {
                case "timelines" -> World.TIMELINES;
                case "storm" -> World.STORM;
                default -> throw new TypeConversionException(
                        "there is no world '" + label + "', only timelines and storm");
            };
        }
    }

    /** A workload by its label. */
    private static final class WorkloadLabel implements ITypeConverter<Workload> {
        @Override
        public Workload convert(String label) {
            return Stream.of(Workload.values()).filter(known -> known.label().equals(label)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no workload '" + label + "', only "
                            + Stream.of(Workload.values()).map(Workload::label).collect(Collectors.joining(" "))));
        }
    }
}
