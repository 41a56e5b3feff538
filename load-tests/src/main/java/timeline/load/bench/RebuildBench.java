package timeline.load.bench;

import java.time.Clock;
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
 * {@code ./timeline bench rebuild}: first pages when the whole cache has been emptied, so that each read has its reader's timeline built, and
 * beside it, in turns, the same pages when it is there. <b>Empties the cache of the running stack.</b>
 */
@picocli.CommandLine.Command(name = "rebuild", description = "Reads whose timeline is not cached: latency and processor time. "
        + "Empties the cache, once a round.")
public final class RebuildBench implements Command {
    private static final int READERS = 60;
    private static final int TWEETS_EACH = 20;
    private static final int PAGE = 20;

    @Option(names = "--followees", defaultValue = "200", description = "How many each reader follows (default "
            + "${DEFAULT-VALUE}); seeded once for each number.")
    @Bounds(min = 1, max = 2_000)
    private int followees = 200;

    @Option(names = "--readers", defaultValue = "4", description = "How many ask at once (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 60)
    private int readers = 4;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 1_000)
    private int rounds = 5;

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        try (StackMetrics metrics = new StackMetrics(stack);
                TimelineClient client = new TimelineClient(stack.gateway(), stack.url("follow-service"),
                        Clock.systemUTC())) {
            Population population = Population.seed(client, SocialGraph.stars(followees, READERS),
                    TWEETS_EACH * followees, "rb" + followees + "x", terminal::progress);
            Readers reading = new Readers(population.sessions().subList(followees, followees + READERS), readers,
                    metrics);
            List<ReadRound> cold = new ArrayList<>();
            List<ReadRound> cached = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                metrics.wipeCache();
                ReadRound built = reading.once(reader -> reader.timeline(PAGE, Optional.empty()));
                ReadRound there = reading.once(reader -> reader.timeline(PAGE, Optional.empty()));
                if (round > 0) {
                    cold.add(built);
                    cached.add(there);
                    terminal.progress("round " + round + ": cold " + built + "; cached " + there);
                }
            }
            ReadRound.middle(cold).say("cold, " + followees + " followees, page of " + PAGE, terminal);
            ReadRound.middle(cached).say("cached", terminal);
            return DONE;
        }
    }
}
