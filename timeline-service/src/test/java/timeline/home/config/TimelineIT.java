package timeline.home.config;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.home.config.Stores.newUser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.home.client.StubFollowService;
import timeline.home.client.StubFollowService.Mood;
import timeline.home.config.RunningService.Page;
import timeline.id.UserId;
import timeline.testkit.Await;
import timeline.testkit.StoreNode;
import timeline.tweetstore.Tweet;

/** The service on real stores, as a client and as an operator sees it. */
class TimelineIT {
    @TempDir
    private static Path secrets;

    private static Stores stores;
    private static StubFollowService followService;
    private static RunningService service;

    @BeforeAll
    static void start() {
        stores = new Stores();
        followService = new StubFollowService();
        service = new RunningService(secrets, stores.settings(followService.url()));
        Await.passes("ready", () -> assertThat(service.management("/actuator/health/readiness").status())
                .isEqualTo(200));
        Await.that("the cache is read", () -> service.first(newUser()).degraded().isEmpty());
    }

    @AfterAll
    static void stop() {
        service.close();
        followService.close();
        stores.close();
    }

    @AfterEach
    void heal() {
        followService.become(Mood.WELL);
    }

    @Test
    void tellsWhereAPageCameFrom() {
        UserId reader = newUser();
        UserId author = newUser();
        followService.follow(reader, author);
        Tweet tweet = stores.publish(author, reader);

        Page cold = service.first(reader);
        Page warm = service.first(reader);

        assertThat(cold.status()).isEqualTo(200);
        assertThat(cold.tweets()).containsExactly(tweet.id().toString());
        assertThat(cold.header("Timeline-Source")).isIn("rebuilt", "database");
        assertThat(warm.tweets()).isEqualTo(cold.tweets());
        assertThat(warm.header("Timeline-Source")).isEqualTo("cache");
        assertThat(warm.header("Timeline-Degraded")).isEmpty();
        assertThat(warm.header("Server-Timing"))
                .matches("cache;dur=[0-9.]+, celebrities;dur=[0-9.]+, own;dur=[0-9.]+, merge;dur=[0-9.]+, "
                        + "hydrate;dur=[0-9.]+, rebuild;dur=[0-9.]+, database;dur=[0-9.]+");
        assertThat(warm.json().path("next_cursor").isNull()).isTrue();
        assertThat(warm.json().path("tweets").path(0).propertyNames()).containsExactly("tweet_id", "user_id",
                "username", "text", "media_ids", "created_at");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 799, 800, 801, 2000})
    void walksATimelineOfAnySizeToItsEnd(int size) {
        UserId reader = newUser();
        UserId author = newUser();
        UserId celebrity = newUser();
        followService.follow(reader, author);
        followService.follow(reader, celebrity);
        followService.pull(celebrity);
        List<Tweet> tweets = stores.postAll(size, number -> number % 10 == 0 ? celebrity : author);
        tweets.stream().filter(tweet -> tweet.author().equals(author)).forEach(tweet -> stores.push(tweet, reader));
        List<String> all = tweets.reversed().stream().map(tweet -> tweet.id().toString()).toList();

        assertThat(walk(reader, 100)).as("cold").isEqualTo(all);
        assertThat(walk(reader, 37)).as("warm").isEqualTo(all);
    }

    @Test
    void showsOwnTweetsAtOnce() {
        UserId reader = newUser();
        service.first(reader);
        Tweet mine = stores.post(reader);

        assertThat(service.first(reader).tweets()).containsExactly(mine.id().toString());
    }

    @Test
    void forgetsTheUnfollowedAtTheNextReadAndTheDeletedWithinASecond() {
        UserId reader = newUser();
        UserId author = newUser();
        UserId other = newUser();
        followService.follow(reader, author);
        followService.follow(reader, other);
        service.first(reader);
        Tweet kept = stores.publish(author, reader);
        Tweet deleted = stores.publish(author, reader);
        stores.publish(other, reader);
        assertThat(service.first(reader).tweets()).hasSize(3);

        followService.unfollow(reader, other);
        assertThat(service.first(reader).tweets()).containsExactly(deleted.id().toString(), kept.id().toString());

        stores.tweets.delete(deleted.id(), author);
        Await.within(Duration.ofSeconds(1)).until("the deleted tweet is gone",
                () -> service.first(reader).tweets().equals(List.of(kept.id().toString())));
    }

    @Test
    void asksTheFollowServiceForNewsOnly() {
        UserId reader = newUser();
        service.first(reader);
        int whole = followService.whole.get();
        int notModified = followService.notModified.get();

        service.first(reader);
        service.first(reader);

        assertThat(followService.whole.get()).isEqualTo(whole);
        assertThat(followService.notModified.get()).isEqualTo(notModified + 2);
    }

    @Test
    void refusesBadInputWithTheRightProblem() {
        UserId reader = newUser();
        UserId author = newUser();
        followService.follow(reader, author);
        for (int i = 0; i < 3; i++) {
            stores.publish(author, reader);
        }
        String cursor = service.timeline(reader, "?limit=1").next();
        assertThat(cursor).isNotEmpty();

        for (String limit : List.of("0", "-1", "101", "abc", "", "1e9", "1&limit=2", "%31%00", "+5", "٣")) {
            Page answer = service.timeline(reader, "?limit=" + limit.replace("٣", "%D9%A3"));
            assertThat(answer.status()).as(limit).isEqualTo(400);
            assertThat(answer.problem()).as(limit).isEqualTo("invalid-parameter");
        }
        Stream.of("x", cursor + "A", cursor.substring(1), "A".repeat(4096), cursor.replace(cursor.charAt(20), '_'))
                .filter(bad -> !bad.equals(cursor)).forEach(bad -> {
                    Page answer = service.timeline(reader, "?cursor=" + bad);
                    assertThat(answer.status()).as(bad).isEqualTo(400);
                    assertThat(answer.problem()).as(bad).isEqualTo("invalid-cursor");
                });
        assertThat(service.timeline(newUser(), "?cursor=" + cursor).problem()).as("another's cursor")
                .isEqualTo("invalid-cursor");
        assertThat(service.timeline(reader, "?cursor=").status()).isEqualTo(400);
        assertThat(service.timeline(reader, "?cursor=" + cursor + "&cursor=" + cursor).status()).isEqualTo(400);
    }

    @Test
    void needsATokenOfAUser() {
        assertThat(service.call("GET", "/v1/timeline", "").problem()).isEqualTo("unauthorized");
        assertThat(service.call("GET", "/v1/timeline", "nonsense").status()).isEqualTo(401);
        assertThat(service.call("POST", "/v1/timeline", service.token(newUser())).problem())
                .isEqualTo("method-not-allowed");
        assertThat(service.call("GET", "/v1/timelines", service.token(newUser())).problem()).isEqualTo("not-found");
        assertThat(service.call("HEAD", "/v1/timeline", service.token(newUser())).status()).isEqualTo(200);
    }

    @Test
    void goesByRememberedFolloweesWhenTheFollowServiceFails() {
        for (Mood mood : List.of(Mood.BROKEN, Mood.MUTE)) {
            UserId reader = newUser();
            UserId author = newUser();
            followService.follow(reader, author);
            Tweet tweet = stores.publish(author, reader);
            service.first(reader);

            followService.become(mood);
            for (int i = 0; i < 15; i++) {
                Page answer = service.first(reader);
                assertThat(answer.status()).as("%s %s", mood, answer.body()).isEqualTo(200);
                assertThat(answer.tweets()).containsExactly(tweet.id().toString());
                assertThat(answer.degraded()).containsExactly("follow-graph");
                assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
            }
            followService.become(Mood.WELL);
            Await.that("recovered from " + mood, () -> service.first(reader).degraded().isEmpty());
        }
    }

    @Test
    void survivesTheLossOfTheWholeCache() {
        UserId reader = newUser();
        UserId author = newUser();
        followService.follow(reader, author);
        Tweet older = stores.publish(author, reader);
        service.first(reader);

        stores.redis.nodes().forEach(StoreNode::kill);
        try {
            Tweet newer = stores.post(author);
            Tweet mine = stores.post(reader);
            for (int i = 0; i < 30; i++) {
                Page answer = service.first(reader);
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                assertThat(answer.degraded()).containsExactly("cache");
                assertThat(answer.header("Timeline-Source")).isEqualTo("database");
                assertThat(answer.tweets()).containsExactly(mine.id().toString(), newer.id().toString(),
                        older.id().toString());
                assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
            }
        } finally {
            stores.redis.nodes().parallelStream().forEach(StoreNode::start);
            stores.redis.awaitWhole();
        }
        Await.that("the cache is read again", () -> service.first(reader).degraded().isEmpty());
    }

    @Test
    void survivesACacheThatIsFrozen() {
        UserId reader = newUser();
        UserId author = newUser();
        followService.follow(reader, author);
        Tweet tweet = stores.publish(author, reader);
        service.first(reader);

        stores.redis.nodes().forEach(StoreNode::pause);
        try {
            for (int i = 0; i < 30; i++) {
                Page answer = service.first(reader);
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                assertThat(answer.degraded()).containsExactly("cache");
                assertThat(answer.tweets()).containsExactly(tweet.id().toString());
                assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
            }
        } finally {
            stores.redis.nodes().forEach(StoreNode::unpause);
            stores.redis.awaitWhole();
        }
        Await.that("the cache is read again", () -> service.first(reader).degraded().isEmpty());
    }

    @Test
    void saysWhenToComeBackWhileCassandraIsFrozen() {
        UserId reader = newUser();
        UserId author = newUser();
        followService.follow(reader, author);
        Tweet tweet = stores.publish(author, reader);
        service.first(reader);
        UserId stranger = newUser();

        stores.cassandra.node().pause();
        try {
            Page answer = service.first(stranger);
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).matches("[1-9]");
            assertThat(answer.degraded()).containsExactly("own-tweets");
            assertThat(answer.took()).isLessThan(Duration.ofSeconds(2));
        } finally {
            stores.cassandra.node().unpause();
        }
        Await.that("answers again", () -> service.first(reader).tweets().equals(List.of(tweet.id().toString())));
    }

    @Test
    void measuresItself() {
        service.first(newUser());

        String metrics = service.management("/actuator/prometheus").body();

        assertThat(metrics).contains("timeline_reads_total{", "source=\"cache\"", "timeline_rebuilds_total{",
                "timeline_hydration_total{", "timeline_cache_shards_resting");
        assertThat(metrics).containsPattern("stage_seconds\\{[^}]*stage=\"own\"[^}]*quantile=\"0.99\"")
                .contains("timeline_rebuilds_under_way");
    }

    private static List<String> walk(UserId reader, int limit) {
        List<String> met = new ArrayList<>();
        String cursor = "";
        do {
            Page page = service.timeline(reader,
                    "?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.degraded()).isEmpty();
            met.addAll(page.tweets());
            cursor = page.next();
        } while (!cursor.isEmpty());
        return met;
    }
}
