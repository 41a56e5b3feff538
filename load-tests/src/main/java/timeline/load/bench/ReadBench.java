package timeline.load.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Option;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.load.CpuUse;
import timeline.load.figures.Percentiles;
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
    private static final List<String> READERS = List.of("gateway", "timeline-service", "follow-service", "postgres",
            "cassandra", "redis");
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

    private record Round(double perSecond, Percentiles latency, CpuUse cpu, int reads) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f/s, p50 %.1f ms, p99 %.1f ms, %.2f CPU-ms each", perSecond,
                    latency.millisAt(50), latency.millisAt(99), cpu.seconds() * 1e3 / reads);
        }
    }

    private interface Read {
        Answer by(Session reader);
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        try (StackMetrics metrics = new StackMetrics(stack);
                TimelineClient client = new TimelineClient(stack.gateway(), stack.url("follow-service"),
                        Clock.systemUTC())) {
            Population population = Population.seed(client, SocialGraph.stars(AUTHORS, AUDIENCE), TWEETS, "br",
                    terminal::progress);
            List<Session> reading = population.sessions().subList(AUTHORS, AUTHORS + AUDIENCE);
            Read timeline = reader -> reader.timeline(PAGE, Optional.empty());
            Read profile = reader -> reader.get("/v1/users/" + reader.user());
            List<Round> timelines = new ArrayList<>();
            List<Round> profiles = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                Round floor = measure(reading, profile, metrics);
                Round read = measure(reading, timeline, metrics);
                if (round > 0) {
                    profiles.add(floor);
                    timelines.add(read);
                    terminal.progress("round " + round + ": timeline " + read + "; profile " + floor);
                }
            }
            say(terminal, "timeline, " + AUTHORS + " followees, page of " + PAGE, middle(timelines));
            say(terminal, "profile, through the same gateway", middle(profiles));
            return DONE;
        }
    }

    private static void say(Terminal terminal, String what, Round round) {
        terminal.say(what + ": " + round);
        terminal.say("  CPU-ms each: " + round.cpu().parts(1e3 / round.reads()));
    }

    private Round measure(List<Session> reading, Read read, StackMetrics metrics) throws InterruptedException {
        reading.forEach(Session::token);
        CpuUse before = metrics.cpu(READERS);
        Queue<Duration> took = new ConcurrentLinkedQueue<>();
        AtomicLong next = new AtomicLong();
        long begun = System.nanoTime();
        long end = begun + Duration.ofSeconds(seconds).toNanos();
        try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
                users.execute(() -> {
                    while (System.nanoTime() < end) {
                        Session reader = reading.get((int) (next.getAndIncrement() % reading.size()));
                        took.add(read.by(reader).orThrow().took());
                    }
                });
            }
        }
        double elapsed = (System.nanoTime() - begun) / 1e9;
        return new Round(took.size() / elapsed, new Percentiles(took), metrics.cpu(READERS).since(before),
                took.size());
    }

    /** The round of the median rate. */
    private static Round middle(List<Round> rounds) {
        return rounds.stream().sorted((a, b) -> Double.compare(a.perSecond(), b.perSecond())).toList()
                .get(rounds.size() / 2);
    }
}
