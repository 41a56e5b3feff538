package timeline.follow.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import timeline.testkit.Together;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import timeline.event.FollowEvent.Followed;
import timeline.follow.Follow;
import timeline.follow.TestGraph;
import timeline.follow.audience.UserIds;
import timeline.id.UserId;

/**
 * The figures of ADR 0010. Not part of the build; run by name:
 * {@code ./mvnw -pl follow-service -am test -Dtest=FollowBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class FollowBenchmark {
    private static final int CLIENTS = 64;
    private static final int FOLLOWS = 8_000;
    private static final int FOLLOWERS = 1_000_000;
    private static final int PAGE = 10_000;

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.pool());
    private final JdbcClient patient = JdbcClient.create(TestDatabase.patient());

    @BeforeEach
    void empty() {
        assertThat(TestDatabase.emptyGraph().pullSet().epoch()).isZero();
    }

    @Test
    void followsOfOnePopularAccount() {
        GraphDatabase database = new GraphDatabase(TestDatabase.pool(), () -> true, new SimpleMeterRegistry());
        PostgresFollowStore sharded = new PostgresFollowStore(database, TestGraph.LEFT_OVER_AFTER);
        AtomicInteger round = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            follows("counter in 16 rows", round, edge -> sharded.follow(edge));
            follows("counter in 1 row", round, edge -> database.transaction(statements -> inOneRow(statements, edge)));
        }
    }

    /** The same statements, but all followers of an account in one counter. */
    private static boolean inOneRow(JdbcClient statements, Follow edge) {
        LockFollower.run(statements, edge);
        SelectFollow.run(statements, edge);
        InsertOwedBackfill.run(statements, edge, InsertFollow.run(statements, edge));
        CountFollowing.run(statements, edge.follower(), 1);
        InsertOutboxEntry.run(statements, new Followed(edge.follower(), edge.followee()), TestGraph.LEFT_OVER_AFTER);
        return statements.sql("""
                INSERT INTO follower_counts AS counts (user_id, shard, followers) VALUES (?, 0, 1)
                ON CONFLICT (user_id, shard) DO UPDATE SET followers = counts.followers + 1""")
                .param(edge.followee().value()).update() == 1;
    }

    private void follows(String variant, AtomicInteger round, Consumer<Follow> follow) {
        long first = newUsers(FOLLOWS + 1, "r" + round.incrementAndGet() + "_");
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        Together.run(CLIENTS, client -> {
            for (int i = next.incrementAndGet(); i <= FOLLOWS; i = next.incrementAndGet()) {
                try {
                    follow.accept(new Follow(new UserId(first + i), new UserId(first)));
                } catch (RuntimeException tooSlow) {
                    failed.incrementAndGet();
                }
            }
            return client;
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-20s %6.0f follows/s of one account, %d clients, %d of %d failed%n", variant,
                (FOLLOWS - failed.get()) / seconds, CLIENTS, failed.get(), FOLLOWS);
    }

    @Test
    void pagesOfAMillionFollowers() {
        long star = newUsers(1, "star");
        long first = newUsers(FOLLOWERS, "m");
        patient.sql("INSERT INTO follows (follower_id, followee_id) SELECT ? + n, ? FROM generate_series(0, ? - 1) n")
                .params(first, star, FOLLOWERS).update();
        patient.sql("VACUUM ANALYZE follows").update();
        for (int i = 0; i < 4; i++) {
            pages("one value, binary",
                    after -> SelectFollowerPage.run(jdbc, new UserId(star), after, PAGE).followers());
            pages("a row for each", after -> UserIds.of(jdbc.sql("""
                    SELECT follower_id FROM follows WHERE followee_id = ? AND follower_id > ?
                    ORDER BY follower_id LIMIT ?""").params(star, after, PAGE)
                    .query((row, number) -> row.getLong(1)).list().stream().mapToLong(Long::longValue).toArray()));
            pages("one value, array", after -> jdbc.sql("""
                    SELECT ARRAY(SELECT follower_id FROM follows WHERE followee_id = ? AND follower_id > ?
                                 ORDER BY follower_id LIMIT ?) AS ids""").params(star, after, PAGE)
                    .query((row, number) -> UserIds.of(unboxed((Long[]) row.getArray(1).getArray())))
                    .single());
        }
    }

    private static long[] unboxed(Long[] ids) {
        return List.of(ids).stream().mapToLong(Long::longValue).toArray();
    }

    private void pages(String variant, LongFunction<UserIds> page) {
        List<Path> backends = jdbc.sql("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'")
                .query((row, number) -> Path.of("/proc/" + row.getInt(1) + "/stat")).list();
        long javaBefore = javaCpuNanos();
        long postgresBefore = backends.stream().mapToLong(FollowBenchmark::cpuTicks).sum();
        long after = 0;
        int read = 0;
        while (read < FOLLOWERS) {
            UserIds ids = page.apply(after);
            read += ids.size();
            after = ids.last();
        }
        System.out.printf(Locale.ROOT,
                "%-20s service %.2f, PostgreSQL %.2f CPU-seconds per million ids (pages of %d)%n", variant,
                (javaCpuNanos() - javaBefore) / 1e9,
                (backends.stream().mapToLong(FollowBenchmark::cpuTicks).sum() - postgresBefore) / 100.0, PAGE);
    }

    /** Registers so many users; returns the first of their consecutive ids. */
    private long newUsers(int count, String prefix) {
        return patient.sql("""
                WITH added AS (INSERT INTO users (username, created_at)
                               SELECT ? || n, now() FROM generate_series(1, ?) n RETURNING user_id)
                SELECT min(user_id) FROM added""").params(prefix, count).query(Long.class).single();
    }

    private static long javaCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** User and system time of a process of this machine, in hundredths of a second. */
    private static long cpuTicks(Path process) {
        try {
            String stat = Files.readString(process);
            List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
