package timeline.load.overload;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import picocli.CommandLine.Option;
import timeline.load.StackMetrics;
import timeline.load.generator.Clients;
import timeline.load.generator.Generator;
import timeline.load.generator.Limits;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/**
 * {@code ./timeline bench overload}: the peak, then three and ten times of it. Ends with 0 when the aims were met: four fifths of the peak are
 * answered well meanwhile, all is well ten seconds after it, and every answer comes in time.
 */
@picocli.CommandLine.Command(name = "overload", description = "Good answers at 3 and 10 times of the peak, and how soon all "
        + "is well after it.")
public final class OverloadBench implements Command {
    /** For each connection, so many requests at once: those that wait for one included. */
    private static final int OUTSTANDING = 4;

    @Option(names = "--reads-per-post", defaultValue = "10", description = "Reads for each post (default "
            + "${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 1_000_000)
    private int readsPerPost = 10;

    @Option(names = "--clients", defaultValue = "RESIGNED", description = "What clients do who are refused, or hear nothing "
            + "for a second: resigned (default: they give up) or impatient (they ask again at once, three times).")
    private Clients clients = Clients.RESIGNED;

    // So long at most that the tokens, which live for 15 minutes, outlive the run.
    @Option(names = "--seconds", defaultValue = "20", description = "How long each storm, and the calm after it (default "
            + "${DEFAULT-VALUE}); the peak takes three quarters of it, the calm before half.")
    @Bounds(min = 2, max = 120)
    private int seconds = 20;

    @Option(names = "--warmup", defaultValue = "15", description = "So many seconds at the peak, again and again until the rate grows "
            + "no more, before it counts (default ${DEFAULT-VALUE}; 0 for none).")
    @Bounds(min = 0, max = 120)
    private int warmup = 15;

    @Option(names = "--connections", defaultValue = "512", description = "Connections at most (default ${DEFAULT-VALUE}); "
            + "four times as many requests may be outstanding.")
    @Bounds(min = 16, max = 10_000)
    private int connections = 512;

    @Override
    public int run(Stack stack, Terminal terminal) throws IOException, InterruptedException {
        URI gateway = stack.gateway();
        try (StackMetrics metrics = new StackMetrics(stack);
                StackWatch watch = new StackWatch(stack, metrics);
                Generator generator = new Generator(new InetSocketAddress(gateway.getHost(), gateway.getPort()),
                        new Limits(connections, OUTSTANDING * connections, Limits.PATIENCE), clients,
                        CrowdRequests.of(stack, "overload", readsPerPost, terminal))) {
            Verdict verdict = new OverloadRun(generator, watch, terminal::say, terminal::progress)
                    .run(Plan.of(warmup, seconds));
            verdict.lines().forEach(terminal::say);
            return verdict.isPassed() ? DONE : FAILED;
        }
    }
}
