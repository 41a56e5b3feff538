package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.CassandraStore;
import timeline.testkit.TestStores;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.Tweet;

/**
 * The measurements behind ADR 0002 (what the outbox costs a post) and ADR 0008 (what a growing author costs their readers); not part of the build.
 * {@code mvn -pl libraries/tweet-store -am verify -Dtest=None -Dit.test=WritingTweetsBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritingTweetsBenchmark {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId CELEBRITY = new UserId(7);

    private final CassandraSession session = open();
    private final InsertTweet insertTweet = new InsertTweet(session);
    private final InsertOutboxEntry insertOutboxEntry = new InsertOutboxEntry(session);
    private final InsertOwedDelivery insertOwedDelivery = new InsertOwedDelivery(session);
    private final DeleteOwedDeliveries deleteOwedDeliveries = new DeleteOwedDeliveries(session);
    private final DeleteOutboxEntry deleteOutboxEntry = new DeleteOutboxEntry(session);
    private final AtomicInteger numbers = new AtomicInteger();

    @AfterAll
    void close() {
        session.close();
    }

    @Test
    void compare() throws Exception {
        for (int round = 0; round < 2; round++) {
            System.out.printf(Locale.ROOT, "%nposting, round %d%n", round);
            measure("3 rows, each by itself", tweet -> insertTweet.bind(tweet).forEach(session::execute));
            measure("3 rows, unlogged batch", tweet -> batch(DefaultBatchType.UNLOGGED, insertTweet.bind(tweet)));
            measure("3 rows, logged batch", tweet -> batch(DefaultBatchType.LOGGED, insertTweet.bind(tweet)));
            measure("3 rows and the outbox, logged batch", tweet -> post(tweet, owed(tweet)));
            measure("the same, and the entry removed", tweet -> {
                OutboxEntry owed = owed(tweet);
                post(tweet, owed);
                session.execute(deleteOutboxEntry.bind(owed));
            });
            measure("with the owed delivery, both removed", tweet -> {
                OutboxEntry owed = owed(tweet);
                OwedDelivery delivery = new OwedDelivery(NOW, tweet.id(), tweet.author());
                postOwing(tweet, owed, delivery);
                session.execute(deleteOutboxEntry.bind(owed));
                deleteOwedDeliveries.bind(List.of(delivery)).forEach(session::execute);
            });
        }
        grow();
    }

    private void grow() throws Exception {
        CassandraTweets tweets = new CassandraTweets(session, () -> NOW);
        for (int size : new int[]{2_000, 20_000, 60_000}) {
            try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
                for (int i = numbers.get(); i < size; i++) {
                    threads.execute(() -> batch(DefaultBatchType.UNLOGGED, insertTweet.bind(next(CELEBRITY))));
                }
            }
            System.out.printf(Locale.ROOT, "%nan author of %d tweets%n", numbers.get());
            long[] nanos = new long[2_000];
            for (int i = -500; i < nanos.length; i++) {
                long began = System.nanoTime();
                int found = tweets.ofAuthor(CELEBRITY, TweetId.LATEST, 20, Deadline.current()).size();
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - began;
                }
                if (found != 20) {
                    throw new AssertionError(found);
                }
            }
            print("newest 20 tweets", nanos, 0);
        }
    }

    private void measure(String name, Consumer<Tweet> work) throws Exception {
        int threads = 8;
        int each = 250;
        long[] nanos = new long[threads * each];
        Duration before = cassandraCpu();
        AtomicInteger slot = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                pool.execute(() -> {
                    for (int i = 0; i < each; i++) {
                        Tweet tweet = next(new UserId(1_000 + numbers.get() % 500));
                        long began = System.nanoTime();
                        work.accept(tweet);
                        nanos[slot.getAndIncrement()] = System.nanoTime() - began;
                    }
                });
            }
        }
        print(name, nanos, cassandraCpu().minus(before).toNanos() / 1e3 / nanos.length);
    }

    private static void print(String name, long[] nanos, double cpuMicros) {
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "  %-40s p50 %6.2f ms  p99 %7.2f ms  Cassandra %6.0f CPU-us each%n", name,
                nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6, cpuMicros);
    }

    private void post(Tweet tweet, OutboxEntry owed) {
        session.execute(BatchStatement.newInstance(DefaultBatchType.LOGGED).addAll(insertTweet.bind(tweet))
                .add(insertOutboxEntry.bind(owed)).setExecutionProfileName("write"));
    }

    private void postOwing(Tweet tweet, OutboxEntry owed, OwedDelivery delivery) {
        session.execute(BatchStatement.newInstance(DefaultBatchType.LOGGED).addAll(insertTweet.bind(tweet))
                .add(insertOwedDelivery.bind(delivery)).add(insertOutboxEntry.bind(owed))
                .setExecutionProfileName("write"));
    }

    private void batch(DefaultBatchType type, List<BatchableStatement<?>> statements) {
        session.execute(BatchStatement.newInstance(type).addAll(statements).setExecutionProfileName("write"));
    }

    private static OutboxEntry owed(Tweet tweet) {
        return new OutboxEntry(NOW, new TweetPosted(tweet.id(), tweet.author()));
    }

    private Tweet next(UserId author) {
        int number = numbers.getAndIncrement();
        TweetId id = new TweetId(Snowflake.compose(NOW.toEpochMilli() - 60_000 + number / 4096, 1, number % 4096));
        return new Tweet(id, author, "user" + author, "x".repeat(140), List.of());
    }

    private static Duration cassandraCpu() {
        return ProcessHandle.current().descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static CassandraSession open() {
        CassandraStore cassandra = TestStores.cassandra();
        CassandraSession session = CassandraSession.open(new CassandraSettings(List.of(cassandra.contactPoint()),
                cassandra.datacenter(), cassandra.freshKeyspace(), 1));
        Await.that("Cassandra is connected", session::isConnected);
        new Schema(session).applyTweets();
        return session;
    }
}
