package timeline.load.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.load.figures.Percentiles;
import timeline.load.StackMetrics;
import timeline.load.graph.Population;
import timeline.local.StackException;

/**
 * The same load at every threshold: authors post at a steady rate, readers read at a steady rate, and for each post one of the
 * author's active followers watches for it.
 */
final class Experiment {
    private static final int PAGE = 20;
    private static final Duration FRESHNESS_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    /**
     * How hard.
     *
     * @param active the share of users who read, and so have a cached timeline, from 0 to 1
     */
    record Load(double active, int postsPerSecond, int readsPerSecond) {}

    private final Population population;
    private final StackMetrics metrics;
    private final Load load;
    private final RandomGenerator random;
    private final boolean[] isActive;
    private final List<Session> readers = new ArrayList<>();

    Experiment(Population population, StackMetrics metrics, Load load, RandomGenerator random) {
        this.population = population;
        this.metrics = metrics;
        this.load = load;
        this.random = random;
        this.isActive = new boolean[population.graph().users()];
        // Exactly this share, so that a small population has readers, too.
        int left = (int) Math.round(load.active() * isActive.length);
        for (int rank = 0; rank < isActive.length; rank++) {
            isActive[rank] = random.nextInt(isActive.length - rank) < left;
            if (isActive[rank]) {
                left--;
                readers.add(population.sessions().get(rank));
            }
        }
    }

    /** Empties the cache and lets every active user read once, so that each point starts from the same state. */
    void prepare() throws InterruptedException {
        metrics.wipeCache();
        List<Callable<Answer>> reads = new ArrayList<>();
        readers.forEach(reader -> reads.add(() -> reader.timeline(PAGE, Optional.empty()).orThrow()));
        Population.each(reads);
    }

    LabPoint measure(long threshold, Duration duration) throws InterruptedException {
        double pushed = deliveries();
        Duration writerCpu = writerCpu();
        Duration readerCpu = readerCpu();
        Queue<Duration> reads = new ConcurrentLinkedQueue<>();
        Queue<Duration> freshness = new ConcurrentLinkedQueue<>();
        Queue<Boolean> posts = new ConcurrentLinkedQueue<>();
        try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor();
                ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
            every(pace, load.postsPerSecond(), () -> {
                int author = population.graph().author(random);
                Optional<Session> follower = activeFollower(author);
                users.execute(() -> {
                    Answer posted = population.sessions().get(author).post("lab " + System.nanoTime()).orThrow();
                    posts.add(true);
                    String tweet = posted.body().path("tweet_id").asString("");
                    follower.ifPresent(reader -> freshness.add(awaitTweet(reader, tweet)));
                });
            });
            every(pace, load.readsPerSecond(), () -> {
                Session reader = readers.get(random.nextInt(readers.size()));
                users.execute(() -> reads.add(reader.timeline(PAGE, Optional.empty()).orThrow().took()));
            });
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            pace.shutdownNow();
        }
        if (freshness.isEmpty() || reads.isEmpty()) {
            throw new StackException(
                    "nobody who reads follows anybody who posted: measure for longer, with more posts, or with "
                            + "more active users");
        }
        Percentiles fresh = new Percentiles(freshness);
        Percentiles read = new Percentiles(reads);
        return new LabPoint(threshold, posts.size(), Math.round(deliveries() - pushed), fresh.millisAt(50),
                fresh.millisAt(99), reads.size(), read.millisAt(50), read.millisAt(99), metrics.cacheBytes(),
                seconds(writerCpu().minus(writerCpu)), seconds(readerCpu().minus(readerCpu)));
    }

    /** From now until the reader sees the tweet; the limit when they never do. */
    private static Duration awaitTweet(Session reader, String tweet) {
        long begun = System.nanoTime();
        Duration waited;
        do {
            Answer page = reader.timeline(PAGE, Optional.empty()).orThrow();
            waited = Duration.ofNanos(System.nanoTime() - begun);
            for (var shown : page.body().path("tweets")) {
                if (shown.path("tweet_id").asString("").equals(tweet)) {
                    return waited;
                }
            }
            pause();
        } while (waited.compareTo(FRESHNESS_LIMIT) < 0);
        return FRESHNESS_LIMIT;
    }

    private Optional<Session> activeFollower(int author) {
        int[] followers = population.graph().followersOf(author);
        for (int attempt = 0; attempt < 20 && followers.length > 0; attempt++) {
            int follower = followers[random.nextInt(followers.length)];
            if (isActive[follower]) {
                return Optional.of(population.sessions().get(follower));
            }
        }
        return Optional.empty();
    }

    private double deliveries() throws InterruptedException {
        return metrics.counter("fanout-service", "timeline_fanout_deliveries_total");
    }

    private Duration writerCpu() {
        return metrics.cpu("fanout-service").plus(metrics.cpu("follow-service"));
    }

    private Duration readerCpu() {
        return metrics.cpu("timeline-service").plus(metrics.cpu("cassandra"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static void every(ScheduledExecutorService pace, int perSecond, Runnable task) {
        var _ = pace.scheduleAtFixedRate(task, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
