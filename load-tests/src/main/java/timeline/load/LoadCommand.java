package timeline.load;

import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import timeline.client.TimelineClient;
import timeline.load.gatling.Mixed;
import timeline.load.gatling.ReadTimelines;
import timeline.load.graph.SkewedCrowd;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/**
 * {@code ./timeline load}: Gatling against the running stack. Ends with 0 when the promises held: p99 under 200 ms, at most 0.01 % of
 * the requests failed.
 */
@picocli.CommandLine.Command(name = "load", description = "Load the stack with Gatling; report and assertions.")
public final class LoadCommand implements Command {
    private enum Profile {
        /** Reading home timelines only. */
        READ(ReadTimelines.class),
        /** The whiteboard's 1000 reads for each post. */
        MIXED(Mixed.class);

        private final Class<? extends Simulation> simulation;

        Profile(Class<? extends Simulation> simulation) {
            this.simulation = simulation;
        }
    }

    @Option(names = "--profile", defaultValue = "MIXED", description = "read or mixed (1000 reads for each post; default).")
    private Profile profile = Profile.MIXED;

    @Option(names = "--rate", defaultValue = "100", description = "Requests per second (default ${DEFAULT-VALUE}).")
    @Bounds(min = 0.1, max = 100_000)
    private double rate = 100;

    @Option(names = "--seconds", defaultValue = "60", description = "How long (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 86_400)
    private long seconds = 60;

    @Option(names = "--warmup", defaultValue = "20", description = "Seconds at the same rate before it counts (default "
            + "${DEFAULT-VALUE}; 0 for none).")
    @Bounds(min = 0, max = 86_400)
    private long warmup = 20;

    @Override
    public int run(Stack stack, Terminal terminal) throws IOException, InterruptedException {
        try (TimelineClient client = new TimelineClient(stack.gateway(), stack.url("follow-service"),
                Clock.systemUTC())) {
            SkewedCrowd.seed(client, terminal::progress);
        }
        if (warmup > 0) {
            terminal.progress("warming up for " + warmup + " s");
            gatling(stack, Files.createTempDirectory("timeline-warm-up"), warmup, false);
        }
        Path results = stack.home().resolve("load");
        terminal.progress(String.format(Locale.ROOT, "%s at %.0f requests/s for %d s", profile, rate, seconds));
        int exit = gatling(stack, results, seconds, true);
        terminal.note("reports are in " + results);
        return exit == 0 ? DONE : FAILED;
    }

    /** Gatling ends its own JVM, so it gets one. */
    private int gatling(Stack stack, Path results, long duration, boolean shown)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseParallelGC", "-Duser.language=en", "-Duser.country=US",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dload.gateway=" + stack.gateway(),
                "-Dload.accounts=" + stack.url("follow-service"), "-Dload.prefix=" + SkewedCrowd.PREFIX,
                "-Dload.users=" + SkewedCrowd.USERS,
                "-Dload.rate=" + rate, "-Dload.seconds=" + duration, "-cp", System.getProperty("java.class.path", ""),
                "io.gatling.app.Gatling", "--simulation", profile.simulation.getName(), "--results-folder",
                results.toString()));
        if (!shown) {
            command.add("--no-reports");
        }
        ProcessBuilder gatling = new ProcessBuilder(command);
        if (shown) {
            gatling.inheritIO();
        } else {
            gatling.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        }
        Process process = gatling.start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }
}
