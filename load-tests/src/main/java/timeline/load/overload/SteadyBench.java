package timeline.load.overload;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;
import timeline.load.StackMetrics;
import timeline.load.generator.Clients;
import timeline.load.generator.Generator;
import timeline.load.generator.Limits;
import timeline.load.generator.Listener;
import timeline.load.generator.Pace;
import timeline.load.generator.Phase;
import timeline.load.generator.Second;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/**
 * {@code ./timeline bench steady}: so many requests a second, whether earlier ones are answered or not, from the first moment on. Ends with 0
 * when all had a good answer, and 99 of 100 soon.
 */
@picocli.CommandLine.Command(name = "steady", description = "How soon an even load is answered: right after a start, for one.")
public final class SteadyBench implements Command {
    private static final int CONNECTIONS = 512;
    private static final int OUTSTANDING = 2_048;

    @Option(names = "--rate", defaultValue = "100", description = "Requests a second (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 10_000)
    private int rate = 100;

    // So long at most that the tokens, which live for 15 minutes, outlive the run.
    @Option(names = "--seconds", defaultValue = "60", description = "How long (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 600)
    private int seconds = 60;

    @Option(names = "--reads-per-post", defaultValue = "1000", description = "Reads for each post (default "
            + "${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 1_000_000)
    private int readsPerPost = 1_000;

    @Override
    public int run(Stack stack, Terminal terminal) throws IOException, InterruptedException {
        URI gateway = stack.gateway();
        try (StackMetrics metrics = new StackMetrics(stack);
                StackWatch watch = new StackWatch(stack, metrics);
                Generator generator = new Generator(new InetSocketAddress(gateway.getHost(), gateway.getPort()),
                        new Limits(CONNECTIONS, OUTSTANDING, Limits.PATIENCE), Clients.RESIGNED,
                        CrowdRequests.of(stack, "steady", readsPerPost, terminal))) {
            terminal.say(Table.HEAD);
            Steadiness steadiness = new Steadiness(generator.run(
                    List.of(new Phase("steady", new Pace.Open(rate), seconds)), new Lines(watch, terminal)).stream()
                    .map(Second::tally).toList());
            steadiness.lines().forEach(terminal::say);
            return steadiness.isPassed() ? DONE : FAILED;
        }
    }

    /** A line for each second that is over. */
    private static final class Lines implements Listener {
        private final StackWatch watch;
        private final Terminal terminal;
        private final Table table = new Table();
        private long begun;

        Lines(StackWatch watch, Terminal terminal) {
            this.watch = watch;
            this.terminal = terminal;
        }

        @Override
        public void begun(int phase) {
            begun = System.nanoTime();
        }

        @Override
        public void over(Second second) {
            long end = begun + TimeUnit.SECONDS.toNanos(second.number() + 1L);
            terminal.say(table.line(second.number(), second.tally(), watch.gauges(end)));
        }
    }
}
