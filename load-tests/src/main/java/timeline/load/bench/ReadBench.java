package timeline.load.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import timeline.client.TimelineClient;
import timeline.load.StackMetrics;
import timeline.load.graph.Population;
import timeline.load.graph.SocialGraph;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Stack;
import timeline.local.Terminal;

/**
 * {@code ./timeline bench read}: first pages of the home timeline through the gateway, as fast as some readers can ask (closed
 * model). Beside it, in turns, the cheapest answer that the gateway has to fetch from a service: the caller's own profile.
 */
@picocli.CommandLine.Command(name = "read", description = "Timeline reads per second, latency, and processor time per read.")
public final class ReadBench implements Command {
    private static final int AUTHORS = 40;
    private static final int AUDIENCE = 100;
    private static final int TWEETS = 1_000;
    private static final int PAGE = 20;

    @Option(names = "--readers", defaultValue = "16", description = "How many ask at once (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 1_000)
    private int readers = 16;

    @Option(names = "--seconds", defaultValue = "10", description = "How long each round (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 86_400)
    private int seconds = 10;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 1_000)
    private int rounds = 3;

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        try (StackMetrics metrics = new StackMetrics(stack);
                TimelineClient client = new TimelineClient(stack.gateway(), stack.url("follow-service"),
                        Clock.systemUTC())) {
            Population population = Population.seed(client, SocialGraph.stars(AUTHORS, AUDIENCE), TWEETS, "br",
                    terminal::progress);
            Readers reading = new Readers(population.sessions().subList(AUTHORS, AUTHORS + AUDIENCE), readers, metrics);
            Duration time = Duration.ofSeconds(seconds);
            List<ReadRound> timelines = new ArrayList<>();
            List<ReadRound> profiles = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                ReadRound profile = reading.during(time, reader -> reader.get("/v1/users/" + reader.user()));
                ReadRound timeline = reading.during(time, reader -> reader.timeline(PAGE, Optional.empty()));
                if (round > 0) {
                    profiles.add(profile);
                    timelines.add(timeline);
                    terminal.progress("round " + round + ": timeline " + timeline + "; profile " + profile);
                }
            }
            ReadRound.middle(timelines).say("timeline, " + AUTHORS + " followees, page of " + PAGE, terminal);
            ReadRound.middle(profiles).say("profile, through the same gateway", terminal);
            return DONE;
        }
    }
}
