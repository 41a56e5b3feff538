package timeline.load.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import picocli.CommandLine.Option;
import timeline.client.TimelineClient;
import timeline.load.StackMetrics;
import timeline.load.graph.Population;
import timeline.load.graph.SocialGraph;
import timeline.load.graph.Usernames;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Followers;
import timeline.local.Stack;
import timeline.local.Terminal;
import timeline.local.UsageException;
import timeline.local.http.PushThreshold;

/**
 * {@code ./timeline lab}: the same load at several push thresholds, on the running stack. From the highest to the lowest, so that
 * authors only ever become celebrities on the way; the threshold that was set before is restored.
 */
@picocli.CommandLine.Command(name = "lab", description = "The threshold laboratory: sweep the push threshold, see what it "
        + "costs.")
public final class LabCommand implements Command {
    private static final long SEED = 2012;
    private static final int TWEETS = 5_000;

    @Option(names = "--users", defaultValue = "12500", description = "Users in the graph (default ${DEFAULT-VALUE}).")
    @Bounds(min = 2, max = 100_000)
    private int users = 12_500;

    @Option(names = "--top", defaultValue = "12000", description = "Followers of the most followed user (default "
            + "${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 99_999)
    private int top = 12_000;

    @Option(names = "--active", defaultValue = "0.3", description = "Share of users who read (default ${DEFAULT-VALUE}).")
    @Bounds(min = 0.001, max = 1)
    private double active = 0.3;

    @Option(names = "--posts", defaultValue = "10", description = "Posts per second (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 10_000)
    private int posts = 10;

    @Option(names = "--reads", defaultValue = "40", description = "Reads per second (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 10_000)
    private int reads = 40;

    @Option(names = "--seconds", defaultValue = "20", description = "How long each point is measured (default "
            + "${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 86_400)
    private int seconds = 20;

    @Option(names = "--warmup", defaultValue = "15", description = "Seconds at the first threshold before it counts (default "
            + "${DEFAULT-VALUE}; 0 for none).")
    @Bounds(min = 0, max = 86_400)
    private int warmup = 15;

    @Option(names = "--thresholds", split = ",", defaultValue = "inf,10000,1000,100,0", description = "Which thresholds, "
            + "highest first (default ${DEFAULT-VALUE}).")
    private List<Followers> thresholds = List.of();

    @Option(names = "--json", description = "The points as JSON (they are also kept under .timeline/lab).")
    private boolean json;

    @Override
    public void check(Stack stack) {
        if (top >= users) {
            throw new UsageException("of " + users + " users nobody can have " + top
                    + " followers: --top must be less than --users");
        }
        if (Math.round(active * users) < 2) {
            throw new UsageException("of " + users + " users at least two must read: --active " + active
                    + " is too small for --users " + users);
        }
        Usernames.require(prefix(), users);
        for (int i = 1; i < thresholds.size(); i++) {
            if (thresholds.get(i).number() > thresholds.get(i - 1).number()) {
                throw new UsageException("the highest threshold comes first: " + thresholds.get(i) + " after "
                        + thresholds.get(i - 1));
            }
        }
    }

    /** The same prefix must mean the same graph, and names are short. */
    private String prefix() {
        return "l" + Integer.toString(users, Character.MAX_RADIX) + "_" + Integer.toString(top, Character.MAX_RADIX)
                + "_";
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws IOException, InterruptedException {
        List<Long> sweep = thresholds.stream().map(Followers::number).toList();
        PushThreshold threshold = new PushThreshold(stack);
        long before = threshold.current();
        List<LabPoint> points = new ArrayList<>();
        try (StackMetrics metrics = new StackMetrics(stack);
                TimelineClient client = new TimelineClient(stack.gateway(), stack.url("follow-service"),
                        Clock.systemUTC())) {
            SocialGraph graph = SocialGraph.skewed(users, top, new SplittableRandom(SEED));
            Population population = Population.seed(client, graph, TWEETS, prefix(), terminal::progress);
            Experiment experiment = new Experiment(population, metrics,
                    new Experiment.Load(active, posts, reads), new SplittableRandom(SEED));
            if (warmup > 0) {
                threshold.change(sweep.getFirst());
                terminal.progress("warming up for " + warmup + " s");
                experiment.prepare();
                experiment.measure(sweep.getFirst(), Duration.ofSeconds(warmup));
            }
            for (long value : sweep) {
                threshold.change(value);
                terminal.progress("threshold " + LabPoint.text(value) + ": every active user reads once");
                experiment.prepare();
                terminal.progress("threshold " + LabPoint.text(value) + ": measuring for " + seconds + " s");
                points.add(experiment.measure(value, Duration.ofSeconds(seconds)));
            }
        } finally {
            threshold.change(before);
        }
        String asJson = LabTable.json(points);
        Path kept = Files.createDirectories(stack.home().resolve("lab"))
                .resolve("points.json");
        Files.writeString(kept, asJson);
        if (json) {
            terminal.say(asJson);
        } else {
            LabTable.text(points).forEach(terminal::say);
            terminal.note("the points are in " + kept);
        }
        return DONE;
    }
}
