package timeline.load.bench;

import timeline.stores.redis.RedisLogin;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Option;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.deadline.Deadline;
import timeline.event.EventCodec;
import timeline.event.Topics;
import timeline.event.TweetEvent.TweetPosted;
import timeline.hometimeline.HomeTimelineReader.CachedPage;
import timeline.hometimeline.redis.RedisCluster;
import timeline.hometimeline.redis.RedisHomeTimelines;
import timeline.hometimeline.redis.RedisSettings;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.load.CpuUse;
import timeline.load.StackMetrics;
import timeline.load.graph.Population;
import timeline.load.graph.SocialGraph;
import timeline.load.graph.Usernames;
import timeline.local.Bounds;
import timeline.local.Command;
import timeline.local.Component;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Terminal;
import timeline.local.UsageException;

/**
 * {@code ./timeline bench fanout}: from Kafka to readable. Events of tweets that exist nowhere else are put into the log; the clock
 * runs from the first event until the fan-out has pushed the last one into full timelines of 800 entries and more, which a sample of the
 * timelines then has to show. What the stack uses when nothing is asked of it is measured before and after, and subtracted.
 */
@picocli.CommandLine.Command(name = "fanout", description = "Deliveries per second, and processor seconds per million, from "
        + "Kafka to readable.")
public final class FanoutBench implements Command {
    private static final List<String> WRITERS = List.of("fanout-service", "follow-service", "postgres", "kafka",
            "redis");
    private static final List<String> CACHE = List.of("redis");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final int SAMPLE = 200;
    private static final long MOST_IDS = (Snowflake.MAX_WORKER + 1L) * (Snowflake.MAX_SEQUENCE + 1L);

    @Option(names = "--authors", defaultValue = "16", description = "Authors who post (default ${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 100)
    private int authors = 16;

    @Option(names = "--followers", defaultValue = "2000", description = "Followers of each, all with full timelines (default "
            + "${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 100_000)
    private int followers = 2_000;

    @Option(names = "--tweets", defaultValue = "15", description = "Tweets of each author in a round (default "
            + "${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 10_000)
    private int tweets = 15;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds, each against a ceiling of its own (default "
            + "${DEFAULT-VALUE}).")
    @Bounds(min = 1, max = 1_000)
    private int rounds = 3;

    private int made;

    @Override
    public void check(Stack stack) {
        Usernames.require(prefix(), authors + followers);
        // Warm-up included, each round makes ids for the ceiling and for the fan-out.
        long ids = 2L * (rounds + 1) * authors * tweets;
        if (ids > MOST_IDS) {
            throw new UsageException("so many rounds, authors and tweets need " + ids + " tweet ids, and there are "
                    + MOST_IDS);
        }
    }

    @Override
    public int run(Stack stack, Terminal terminal) throws InterruptedException {
        List<String> nodes = stack.components().stream().filter(component -> component.kind().equals("redis"))
                .map(node -> "127.0.0.1:" + node.port()).toList();
        RedisLogin operator = RedisLogin.operator(stack.redisPassword());
        List<FanoutRound> measured = new ArrayList<>();
        try (StackMetrics metrics = new StackMetrics(stack);
                TimelineClient client = new TimelineClient(stack.gateway(), stack.url("follow-service"),
                        Clock.systemUTC());
                RedisCluster cluster = RedisCluster
                        .connect(RedisSettings.of(nodes).as(operator.user(), operator.password())
                                .withReadTimeout(Duration.ofSeconds(10)));
                KafkaProducer<String, byte[]> kafka = producer(stack.component("kafka"))) {
            Population population = Population.seed(client, everybodyFollows(), 0, prefix(), terminal::progress);
            List<UserId> writing = ids(population.sessions().subList(0, authors));
            List<UserId> reading = ids(population.sessions().subList(authors, authors + followers));
            RedisHomeTimelines timelines = new RedisHomeTimelines(cluster, new SplittableRandom(),
                    RedisHomeTimelines.LEASE);
            awaitConnection(cluster);
            metrics.wipeCache();
            terminal.progress("filling " + followers + " timelines");
            FullTimelines.build(timelines, timelines, reading, writing.getFirst(), System.currentTimeMillis() - 60_000);
            ZaddCeiling ceiling = new ZaddCeiling(nodes, operator, reading);
            IdleBurn before = idle(metrics, terminal);
            for (int round = 0; round <= rounds; round++) {
                FanoutRound.Reach limit = ceiling(ceiling, metrics, writing.getFirst());
                List<String> counted = metrics.cacheInfo();
                FanoutRound.Reach fanout = fanout(kafka, metrics, writing);
                List<String> spent = spent(counted, metrics.cacheInfo());
                verify(timelines, reading, writing);
                // The first round warms everything up.
                if (round > 0) {
                    measured.add(new FanoutRound(fanout, limit));
                    terminal.progress("round " + round + ", idle work included: " + measured.getLast());
                    spent.forEach(terminal::progress);
                }
            }
            IdleBurn idle = before.and(idle(metrics, terminal));
            measured.replaceAll(round -> round.without(idle));
            terminal.say("idle, subtracted: " + idle);
        }
        FanoutRound.summary(measured).forEach(terminal::say);
        return DONE;
    }

    private static IdleBurn idle(StackMetrics metrics, Terminal terminal) throws InterruptedException {
        CpuUse before = metrics.cpu(WRITERS);
        long begun = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
        IdleBurn idle = new IdleBurn(metrics.cpu(WRITERS).since(before), Duration.ofNanos(System.nanoTime() - begun));
        terminal.progress("idle: " + idle);
        return idle;
    }

    /** What the nodes did meanwhile. Timelines that were evicted cost nothing to push to: such a round tells nothing. */
    private static List<String> spent(List<String> before, List<String> after) {
        CacheCounters primaries = CacheCounters.ofPrimaries(after).since(CacheCounters.ofPrimaries(before));
        CacheCounters replicas = CacheCounters.ofReplicas(after).since(CacheCounters.ofReplicas(before));
        if (primaries.evictedKeys() > 0) {
            throw new StackException("the cache has too little memory: it evicted " + primaries.evictedKeys()
                    + " timelines in a round");
        }
        return List.of("  primaries: " + primaries, "  replicas: " + replicas);
    }

    private FanoutRound.Reach ceiling(ZaddCeiling ceiling, StackMetrics metrics, UserId author)
            throws InterruptedException {
        List<TweetId> fresh = fresh(authors * tweets);
        CpuUse before = metrics.cpu(CACHE);
        long ownCpu = processCpuNanos();
        long begun = System.nanoTime();
        long added = ceiling.add(fresh, author);
        long nanos = System.nanoTime() - begun;
        CpuUse cpu = metrics.cpu(CACHE).since(before).and("client", Duration.ofNanos(processCpuNanos() - ownCpu));
        return new FanoutRound.Reach(added, Duration.ofNanos(nanos), cpu);
    }

    private FanoutRound.Reach fanout(KafkaProducer<String, byte[]> kafka, StackMetrics metrics, List<UserId> writing)
            throws InterruptedException {
        double before = deliveries(metrics);
        long expected = (long) authors * tweets * followers;
        CpuUse cpuBefore = metrics.cpu(WRITERS);
        long begun = System.nanoTime();
        List<TweetId> fresh = fresh(authors * tweets);
        for (int i = 0; i < fresh.size(); i++) {
            UserId author = writing.get(i % authors);
            var _ = kafka.send(new ProducerRecord<>(Topics.TWEETS, EventCodec.key(author),
                    EventCodec.encode(new TweetPosted(fresh.get(i), author))));
        }
        kafka.flush();
        while (deliveries(metrics) - before < expected) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new StackException("the fan-out delivered only " + (long) (deliveries(metrics) - before) + " of "
                        + expected + " in " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        long nanos = System.nanoTime() - begun;
        return new FanoutRound.Reach(expected, Duration.ofNanos(nanos), metrics.cpu(WRITERS).since(cpuBefore));
    }

    /** What was counted must be there: the newest entries of some timelines are the last tweet of every author. */
    private void verify(RedisHomeTimelines timelines, List<UserId> reading, List<UserId> writing)
            throws InterruptedException {
        SplittableRandom random = new SplittableRandom();
        List<Callable<CachedPage>> looks = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            UserId user = reading.get(random.nextInt(reading.size()));
            looks.add(() -> timelines.page(user, TweetId.LATEST, authors, Deadline.current()));
        }
        for (CachedPage page : Population.each(looks)) {
            if (!(page instanceof CachedPage.Ready ready)
                    || !ready.entries().stream().map(entry -> entry.author()).toList().containsAll(writing)) {
                throw new StackException("a timeline lacks tweets that the fan-out counted as delivered");
            }
        }
    }

    /** Ids newer than all before them, one for each author and tweet, so that each delivery is a new entry. */
    private List<TweetId> fresh(int count) {
        List<TweetId> ids = new ArrayList<>();
        long now = System.currentTimeMillis();
        for (int i = 0; i < count; i++) {
            made++;
            ids.add(new TweetId(
                    Snowflake.compose(now, Snowflake.MAX_WORKER - (made >> 12), made & Snowflake.MAX_SEQUENCE)));
        }
        return ids;
    }

    /** The same prefix must mean the same graph. */
    private String prefix() {
        return "bf" + followers + "n" + authors + "n";
    }

    private SocialGraph everybodyFollows() {
        return SocialGraph.stars(authors, followers);
    }

    private static double deliveries(StackMetrics metrics) throws InterruptedException {
        return metrics.counter("fanout-service", "timeline_fanout_deliveries_total");
    }

    private static long processCpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static List<UserId> ids(List<Session> sessions) {
        return sessions.stream().map(Session::user).toList();
    }

    private static void awaitConnection(RedisCluster cluster) throws InterruptedException {
        long begun = System.nanoTime();
        while (!cluster.isConnected()) {
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(10)) {
                throw new StackException("the cache does not answer");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static KafkaProducer<String, byte[]> producer(Component kafka) {
        return new KafkaProducer<>(Map.of("bootstrap.servers", "127.0.0.1:" + kafka.port(), "max.block.ms", 5_000,
                "linger.ms", 5), new StringSerializer(), new ByteArraySerializer());
    }
}
