package timeline.follow.config;

import static org.assertj.core.api.Assertions.assertThat;

import timeline.testkit.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.testkit.service.Answer;
import timeline.follow.config.RunningService.Session;
import timeline.testkit.Await;
import timeline.testkit.TestStores;
import tools.jackson.databind.JsonNode;

/** What the fan-out and the timelines ask, on a real database. */
class InternalApiIT {
    private static final String NOBODY = "{\"following\":[],\"pulled\":[],\"leaving\":[],\"owed\":[]}";

    private static RunningService service;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = new RunningService(folder, TestStores.postgres().freshDatabase(), "127.0.0.1:1",
                "timeline.push-threshold=7");
        Await.that("the service is ready", () -> service.management("/actuator/health/readiness").status() == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void tellsWhoAUserIs() {
        Session ada = service.register("ada");

        assertThat(get("/users/" + ada.userId()).body())
                .isEqualTo("{\"user_id\":" + ada.userId() + ",\"username\":\"ada\"}");
        assertThat(get("/users/999999").problem()).isEqualTo("not-found");
    }

    @Test
    void pagesFollowersWithTheAudience() {
        Session star = service.register("star");
        List<String> fans = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Session fan = service.register("fan" + i);
            follow(fan, star);
            fans.add(fan.userId());
        }
        String list = "/users/" + star.userId() + "/followers";

        assertThat(get(list + "?limit=10000").body()).isEqualTo("{\"followers\":[" + String.join(",", fans)
                + "],\"next\":null,\"audience\":{\"follower_count\":5,\"threshold\":7,\"pulled_from\":null,"
                + "\"pulled_until\":null,\"epoch\":null}}");
        JsonNode first = get(list + "?limit=2").json();
        assertThat(first.path("followers").toString()).isEqualTo("[" + fans.get(0) + "," + fans.get(1) + "]");
        assertThat(first.path("next").asString()).isEqualTo(fans.get(1));
        JsonNode last = get(list + "?limit=3&after=" + fans.get(1)).json();
        assertThat(last.path("followers").size()).isEqualTo(3);
        assertThat(last.path("next").isNull()).isTrue();
    }

    @Test
    void refusesPagesOutOfBounds() {
        for (String query : List.of("limit=0", "limit=10001", "limit=x", "after=-1", "after=x")) {
            assertThat(get("/users/1/followers?" + query).problem()).as(query).isEqualTo("invalid-parameter");
        }
    }

    @Test
    void movesAnAuthorThroughThePullSet() {
        String author = "/pulled-authors/4242";

        JsonNode entered = service.internal("PUT", "/internal/v1" + author, "{\"from_tweet_id\":500}").json();
        assertThat(entered.path("pulled_from").asLong()).isEqualTo(500);
        JsonNode audience = get("/users/4242/followers").json().path("audience");
        assertThat(audience.path("pulled_from").asLong()).isEqualTo(500);
        assertThat(audience.path("pulled_until").isNull()).isTrue();
        assertThat(audience.path("epoch").asLong()).isEqualTo(entered.path("epoch").asLong());

        long leaving = service.internal("POST", "/internal/v1" + author + "/leave", "").json().path("epoch").asLong();
        assertThat(leaving).isEqualTo(entered.path("epoch").asLong() + 1);
        assertThat(get("/users/4242/followers").json().path("audience").path("pulled_until").asLong()).isPositive();

        assertThat(delete(author, leaving - 1).problem()).isEqualTo("conflict");
        assertThat(delete(author, leaving).status()).isEqualTo(204);
        assertThat(delete(author, leaving).status()).isEqualTo(204);
        assertThat(get("/users/4242/followers").json().path("audience").path("pulled_from").isNull()).isTrue();
        assertThat(service.internal("POST", "/internal/v1" + author + "/leave", "").problem()).isEqualTo("not-found");
    }

    @Test
    void whoEntersWhileLeavingIsNotRemoved() {
        String author = "/pulled-authors/4343";
        service.internal("PUT", "/internal/v1" + author, "{\"from_tweet_id\":500}");
        long leaving = service.internal("POST", "/internal/v1" + author + "/leave", "").json().path("epoch").asLong();
        service.internal("PUT", "/internal/v1" + author, "{\"from_tweet_id\":900}");

        assertThat(delete(author, leaving).status()).isEqualTo(409);
        JsonNode audience = get("/users/4343/followers").json().path("audience");
        assertThat(audience.path("pulled_from").asLong()).isEqualTo(500);
        assertThat(audience.path("pulled_until").isNull()).isTrue();
    }

    @Test
    void refusesBadEntriesOfThePullSet() {
        assertThat(service.internal("PUT", "/internal/v1/pulled-authors/1", "{\"from_tweet_id\":0}").problem())
                .isEqualTo("validation");
        assertThat(service.internal("PUT", "/internal/v1/pulled-authors/1", "{\"from_tweet_id\":\"5\"}").problem())
                .isEqualTo("malformed-body");
        assertThat(service.internal("PUT", "/internal/v1/pulled-authors/x", "{\"from_tweet_id\":5}").problem())
                .isEqualTo("invalid-parameter");
        assertThat(service.internal("DELETE", "/internal/v1/pulled-authors/1", "").problem())
                .isEqualTo("invalid-parameter");
    }

    @Test
    void showsAndChangesTheThreshold() {
        assertThat(get("/threshold").body()).isEqualTo("{\"followers\":7}");
        for (long followers : new long[]{0, 100, Long.MAX_VALUE, 7}) {
            String body = "{\"followers\":" + followers + "}";
            assertThat(service.internal("PUT", "/internal/v1/threshold", body).body()).isEqualTo(body);
            assertThat(get("/threshold").body()).isEqualTo(body);
        }
        for (String bad : List.of("{\"followers\":-1}", "{}", "{\"followers\":null}")) {
            assertThat(service.internal("PUT", "/internal/v1/threshold", bad).problem()).isEqualTo("validation");
        }
        assertThat(service.internal("PUT", "/internal/v1/threshold", "{\"followers\":1.5}").problem())
                .isEqualTo("malformed-body");
        assertThat(get("/threshold").body()).isEqualTo("{\"followers\":7}");
    }

    @Test
    void tellsWhomAUserFollowsAndWhenNothingHasChanged() {
        Session reader = service.register("reader");
        Session author = service.register("author");
        String list = "/users/" + reader.userId() + "/following";
        Answer nobody = get(list);
        assertThat(nobody.body()).isEqualTo(NOBODY);

        follow(reader, author);
        Answer following = get(list, nobody);
        assertThat(following.body())
                .isEqualTo("{\"following\":[" + author.userId() + "],\"pulled\":[],\"leaving\":[],\"owed\":["
                        + author.userId() + "]}");

        service.internal("PUT", "/internal/v1/pulled-authors/" + author.userId(), "{\"from_tweet_id\":5}");
        Answer pulled = get(list, following);
        assertThat(pulled.body())
                .isEqualTo("{\"following\":[" + author.userId() + "],\"pulled\":[" + author.userId()
                        + "],\"leaving\":[],\"owed\":[" + author.userId() + "]}");

        Answer unchanged = get(list, pulled);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(pulled.header("ETag"));

        follow(reader, author);
        follow(service.register("bystander"), author);
        assertThat(get(list, pulled).status()).isEqualTo(304);

        service.call("DELETE", "/v1/follow/" + author.userId(), reader.token(), "");
        assertThat(get(list, pulled).body()).isEqualTo(NOBODY);
        assertThat(get("/users/999999/following").body()).isEqualTo(NOBODY);
    }

    @Test
    void settlesWhatIsOwedForAFollow() {
        Session reader = service.register("owedreader");
        Session author = service.register("owedauthor");
        String list = "/users/" + reader.userId() + "/following";
        follow(reader, author);
        Answer owing = get(list);
        Answer debts = get("/owed-backfills?owed_for_ms=0&limit=150");
        JsonNode debt = debts.json().path("backfills").valueStream()
                .filter(entry -> entry.path("follower_id").asString().equals(reader.userId())).findFirst()
                .orElseThrow();
        assertThat(debt.path("author_id").asString()).isEqualTo(author.userId());
        assertThat(get("/owed-backfills?owed_for_ms=60000").json().path("backfills").size()).isZero();

        assertThat(settle(debts.body()).status()).isEqualTo(204);

        assertThat(get(list, owing).body()).isEqualTo(
                "{\"following\":[" + author.userId() + "],\"pulled\":[],\"leaving\":[],\"owed\":[]}");
        assertThat(settle(debts.body()).status()).as("once more").isEqualTo(204);
    }

    @Test
    void takesAsManySettledDebtsAtOnceAsTheFanOutSends() {
        String longest = "{\"follower_id\":" + Long.MAX_VALUE + ",\"author_id\":" + Long.MAX_VALUE + ",\"number\":"
                + Long.MAX_VALUE + "}";

        assertThat(settle("{\"backfills\":[" + String.join(",", Collections.nCopies(150, longest)) + "]}").status())
                .isEqualTo(204);
        assertThat(settle("{\"backfills\":[" + String.join(",", Collections.nCopies(151, "null")) + "]}").problem())
                .isEqualTo("validation");
    }

    @Test
    void refusesBadDebts() {
        for (String query : List.of("", "?owed_for_ms=-1", "?owed_for_ms=x", "?owed_for_ms=0&limit=0",
                "?owed_for_ms=0&limit=1001")) {
            assertThat(get("/owed-backfills" + query).problem()).as(query).isEqualTo("invalid-parameter");
        }
        assertThat(settle("{}").problem()).isEqualTo("validation");
        assertThat(settle("{\"backfills\":[null]}").problem()).isEqualTo("validation");
        assertThat(settle("{\"backfills\":[{\"follower_id\":0,\"author_id\":1,\"number\":1}]}").problem())
                .isEqualTo("validation");
        assertThat(settle("{\"backfills\":[{\"follower_id\":\"x\"}]}").problem()).isEqualTo("malformed-body");
    }

    private static Answer settle(String debts) {
        return service.internal("POST", "/internal/v1/owed-backfills/settled", debts);
    }

    @Test
    void keepsCountsExactUnderConcurrentFollowsAndUnfollows() {
        Session star = service.register("popular");
        List<Session> fans = Together.run(16, number -> service.register("crowd" + number));

        // A crowded machine may answer 503, and then nothing is known: the call is repeated, as a client would.
        Together.run(64, number -> {
            Session fan = fans.get(number % 16);
            return Await.within(Duration.ofSeconds(30)).value("the call succeeds", () -> Optional.of(number < 32
                    ? follow(fan, star)
                    : service.call("DELETE", "/v1/follow/" + star.userId(), fan.token(), ""))
                    .filter(answer -> answer.status() == 200));
        });

        JsonNode page = get("/users/" + star.userId() + "/followers").json();
        assertThat(page.path("audience").path("follower_count").asInt()).isEqualTo(page.path("followers").size());
        long followed = fans.stream()
                .filter(fan -> get("/users/" + fan.userId() + "/following").json().path("following")
                        .size() == 1)
                .count();
        assertThat(followed).isEqualTo(page.path("followers").size());
    }

    private static Answer get(String path) {
        return service.internal("GET", "/internal/v1" + path, "");
    }

    /** Asks again with the tag of an earlier answer. */
    private static Answer get(String path, Answer earlier) {
        return service.internal("GET", "/internal/v1" + path, "", "If-None-Match", earlier.header("ETag"));
    }

    private static Answer delete(String author, long epoch) {
        return service.internal("DELETE", "/internal/v1" + author + "?epoch=" + epoch, "");
    }

    private static Answer follow(Session follower, Session followee) {
        return service.call("POST", "/v1/follow", follower.token(),
                "{\"target_user_id\":\"" + followee.userId() + "\"}");
    }
}
