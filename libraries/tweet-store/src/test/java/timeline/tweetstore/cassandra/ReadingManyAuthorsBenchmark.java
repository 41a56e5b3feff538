package timeline.tweetstore.cassandra;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.CassandraStore;
import timeline.testkit.TestStores;
import timeline.tweetstore.Tweet;

/**
 * The measurement behind ADR 0008; not part of the build. One statement for each author, or many authors in one?
 * {@code mvn -pl libraries/tweet-store -am verify -Dtest=None -Dit.test=ReadingManyAuthorsBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingManyAuthorsBenchmark {
    private static final int AUTHORS = 5_000;
    private static final int TWEETS_EACH = 10;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final CassandraSession session = open();
    private final List<UserId> authors = IntStream.rangeClosed(1, AUTHORS).mapToObj(UserId::new).toList();
    private final List<TweetId> ids = new ArrayList<>();
    private final SelectAuthorBuckets buckets = new SelectAuthorBuckets(session);
    private final SelectTweetsByAuthors tweets = new SelectTweetsByAuthors(session);
    private final OneAuthorsTweets one = new OneAuthorsTweets(session);

    @BeforeAll
    void seed() throws Exception {
        new Schema(session).applyTweets();
        CassandraTweetStore store = new CassandraTweetStore(session, () -> NOW);
        Random random = new Random(1);
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < TWEETS_EACH; i++) {
                for (UserId author : authors) {
                    TweetId id = new TweetId(Snowflake.compose(NOW.minus(Duration.ofMinutes(i)).toEpochMilli(),
                            (int) (author.value() >> 12), (int) (author.value() & 4095)));
                    ids.add(id);
                    Tweet tweet = new Tweet(id, author, "user" + author, "x".repeat(20 + random.nextInt(240)),
                            List.of());
                    threads.execute(() -> store.post(tweet));
                }
            }
        }
        System.out.printf(Locale.ROOT, "seeded %d tweets in %.1f s%n", ids.size(), (System.nanoTime() - began) / 1e9);
        Collections.shuffle(ids, random);
        // Statements are prepared when first used, which a driver's thread must not do.
        int _ = oneByOne(authors.subList(0, 1), 1, 1);
        Concurrently.await(buckets.execute(authors.subList(0, 1), 0));
    }

    @AfterAll
    void close() {
        session.close();
    }

    @Test
    void compare() {
        for (int page : new int[]{20, 100}) {
            System.out.printf(Locale.ROOT, "%nhydrating %d%n", page);
            hydrate("one id a statement", page, 1);
            hydrate("10 ids a statement", page, 10);
            hydrate("100 ids a statement", page, 100);
        }
        for (int followees : new int[]{1, 50, 500, 5_000}) {
            for (int limit : new int[]{TWEETS_EACH, 2 * TWEETS_EACH}) {
                System.out.printf(Locale.ROOT, "%n%d authors with %d tweets, %d wanted%n", followees, TWEETS_EACH,
                        limit);
                report("one author a statement, 32 in flight", followees, pull -> oneByOne(pull, limit, 32));
                report("one author a statement, 128 in flight", followees, pull -> oneByOne(pull, limit, 128));
                report("up to 10 authors a statement, 8 in flight", followees, pull -> packed(pull, limit, 1, 10));
                report("10 to 50 authors a statement, 8 in flight", followees, pull -> packed(pull, limit, 10, 50));
                report("10 to 100 authors a statement, 8 in flight", followees, pull -> packed(pull, limit, 10, 100));
            }
        }
    }

    private int packed(List<UserId> pull, int limit, int min, int max) {
        return new ManyAuthorsTweets(session, one, min, max, 8)
                .before(pull, TweetId.LATEST, AuthorBucket.of(NOW), limit)
                .values().stream().mapToInt(List::size).sum();
    }

    private int oneByOne(List<UserId> pull, int limit, int inFlight) {
        return new Concurrently(inFlight).map(pull, author -> tweets
                .execute(List.of(author), AuthorBucket.of(NOW), TweetId.LATEST, limit).thenCompose(rows -> {
                    int found = rows.stream().map(TweetRows::tweet).toList().size();
                    return found == limit
                            ? CompletableFuture.completedStage(found)
                            : buckets.execute(List.of(author), AuthorBucket.of(NOW) - 1).thenApply(older -> found);
                })).stream().mapToInt(Integer::intValue).sum();
    }

    private void hydrate(String name, int page, int chunk) {
        SelectTweetsById select = new SelectTweetsById(session);
        Concurrently concurrently = new Concurrently(128);
        measure(name, Math.max(200, 10_000 / page), round -> {
            List<TweetId> wanted = ids.subList(round * page % (ids.size() - page),
                    round * page % (ids.size() - page) + page);
            List<List<TweetId>> chunks = IntStream.range(0, (page + chunk - 1) / chunk)
                    .mapToObj(i -> wanted.subList(i * chunk, Math.min(page, (i + 1) * chunk))).toList();
            return concurrently.map(chunks, select::execute).stream().mapToInt(List::size).sum();
        });
    }

    private void report(String name, int followees, ToIntFunction<List<UserId>> pull) {
        measure(name, Math.clamp(10_000 / followees, 6, 400), round -> pull.applyAsInt(authors
                .subList((round * 97) % (AUTHORS - followees + 1),
                        (round * 97) % (AUTHORS - followees + 1) + followees)));
    }

    private static void measure(String name, int rounds, IntUnaryOperator work) {
        for (int round = 0; round < Math.max(2, rounds / 4); round++) {
            int _ = work.applyAsInt(round);
        }
        Duration cassandraBefore = cassandraCpu();
        long ownBefore = ownCpu();
        long[] nanos = new long[rounds];
        int rows = 0;
        for (int round = 0; round < rounds; round++) {
            long began = System.nanoTime();
            rows = work.applyAsInt(round);
            nanos[round] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        double cpu = cassandraCpu().minus(cassandraBefore).toNanos() / 1e6 / rounds;
        System.out.printf(Locale.ROOT,
                "  %-46s p50 %7.1f ms  p90 %7.1f ms  Cassandra %7.2f CPU-ms  client %7.2f CPU-ms  %d rows%n",
                name,
                nanos[rounds / 2] / 1e6, nanos[rounds * 9 / 10] / 1e6, cpu, (ownCpu() - ownBefore) / 1e6 / rounds,
                rows);
    }

    private static Duration cassandraCpu() {
        return ProcessHandle.current().descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static CassandraSession open() {
        CassandraStore cassandra = TestStores.cassandra();
        CassandraSession session = CassandraSession.open(new CassandraSettings(List.of(cassandra.contactPoint()),
                cassandra.datacenter(), cassandra.freshKeyspace(), 1));
        Await.that("Cassandra is connected", session::isConnected);
        return session;
    }
}
