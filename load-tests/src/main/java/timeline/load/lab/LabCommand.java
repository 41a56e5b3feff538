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
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Terminal;
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
    private int users = 12_500;

    @Option(names = "--top", defaultValue = "12000", description = "Followers of the most followed user (default "
            + "${DEFAULT-VALUE}).")
    private int top = 12_000;

    @Option(names = "--active", defaultValue = "0.3", description = "Share of users who read (default ${DEFAULT-VALUE}).")
    private double active = 0.3;

    @Option(names = "--posts", defaultValue = "10", description = "Posts per second (default ${DEFAULT-VALUE}).")
    private int posts = 10;

    @Option(names = "--reads", defaultValue = "40", description = "Reads per second (default ${DEFAULT-VALUE}).")
    private int reads = 40;

    @Option(names = "--seconds", defaultValue = "20", description = "How long each point is measured (default "
            + "${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--warmup", defaultValue = "15", description = "Seconds at the first threshold before it counts (default "
            + "${DEFAULT-VALUE}; 0 for none).")
    private int warmup = 15;

    @Option(names = "--thresholds", split = ",", defaultValue = "inf,10000,1000,100,0", description = "Which thresholds, "
            + "highest first (default ${DEFAULT-VALUE}).")
    private List<String> thresholds = List.of("inf", "10000", "1000", "100", "0");

    @Option(names = "--json", description = "The points as JSON (they are also kept under .timeline/lab).")
    private boolean json;

    @Override
    public int run(Stack stack, Terminal terminal) throws IOException, InterruptedException {
        List<Long> sweep = thresholds.stream().map(LabCommand::threshold).toList();
        StackMetrics metrics = new StackMetrics(stack);
        PushThreshold threshold = new PushThreshold(stack);
        long before = threshold.current();
        List<LabPoint> points = new ArrayList<>();
        try (TimelineClient client = new TimelineClient(stack.gateway(), stack.url("follow-service"),
                Clock.systemUTC())) {
            SocialGraph graph = SocialGraph.skewed(users, top, new SplittableRandom(SEED));
            Population population = Population.seed(client, graph, TWEETS, "lab" + users + "n", terminal::progress);
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
        Path kept = Files.createDirectories(Path.of(System.getProperty("timeline.root", "."), ".timeline", "lab"))
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

    private static long threshold(String text) {
        try {
            return text.equals("inf") ? Long.MAX_VALUE : Long.parseUnsignedLong(text);
        } catch (NumberFormatException notANumber) {
            throw new StackException("a threshold is a number of followers or inf, not " + text, notANumber);
        }
    }
}
