package timeline.follow.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.testkit.service.Answer;
import timeline.follow.config.RunningService.Session;
import timeline.testkit.Await;
import timeline.testkit.TestStores;
import tools.jackson.databind.JsonNode;

/** The public API on a real database; Kafka is away, which must not show. */
class EndpointsIT {
    private static RunningService service;
    private static Session ada;
    private static Session bob;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = new RunningService(folder, TestStores.postgres().freshDatabase(), "127.0.0.1:1");
        Await.that("the service is ready", () -> service.management("/actuator/health/readiness").status() == 200);
        ada = service.register("ada");
        bob = service.register("bob");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void registersAUser() {
        Answer answer = service.call("POST", "/v1/users", "", "{\"username\":\"grace_1906\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("user_id", "username", "created_at");
        assertThat(answer.json().path("user_id").isString()).isTrue();
        assertThat(answer.json().path("created_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void refusesATakenUsername() {
        assertProblem(service.call("POST", "/v1/users", "", "{\"username\":\"ada\"}"), 409, "username-taken");
    }

    @Test
    void refusesUsernamesOfAnotherForm() {
        for (String username : List.of("", "Ada", "ada lovelace", "a-b", "sixteen_letters_", "ädä", "ada\\n",
                "ada'--")) {
            Answer answer = service.call("POST", "/v1/users", "", "{\"username\":\"" + username + "\"}");
            assertProblem(answer, 422, "validation");
            assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo("/username");
        }
        assertProblem(service.call("POST", "/v1/users", "", "{}"), 422, "validation");
        assertProblem(service.call("POST", "/v1/users", "", "{\"username\":null}"), 422, "validation");
    }

    @Test
    void refusesBodiesOfAnotherShape() {
        for (String body : List.of("{", "[]", "null", "7", "\"ada\"", "{\"username\":7}",
                "{\"username\":\"a\",\"x\":1}",
                "{\"username\":\"a\",\"username\":\"b\"}", "{\"username\":\"\\ud800\"}", "{\"username\":[\"a\"]}")) {
            assertProblem(service.call("POST", "/v1/users", "", body), 400, "malformed-body");
            assertProblem(service.call("POST", "/v1/tokens", "", body), 400, "malformed-body");
        }
        for (String target : List.of("7", "-1", "\"00123\"", "\"-1\"", "\"1.5\"", "\"0x1f\"",
                "\"18446744073709551616\"",
                "\"\"", "true", "{}")) {
            assertProblem(follow(ada, "{\"target_user_id\":" + target + "}"), 400, "malformed-body");
        }
    }

    @Test
    void issuesTokensWithTheClaimsOfTheirUser() throws ParseException {
        Answer answer = service.call("POST", "/v1/tokens", "", "{\"username\":\"ada\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(900);
        SignedJWT token = SignedJWT.parse(answer.json().path("access_token").asString());
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(claims.getSubject()).isEqualTo(ada.userId());
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("ada");
        assertThat(claims.getIssuer()).isEqualTo("timeline-dev");
        assertThat(claims.getAudience()).containsExactly("timeline-api");
    }

    @Test
    void issuesNoTokenForWhoIsNotRegistered() {
        assertProblem(service.call("POST", "/v1/tokens", "", "{\"username\":\"stranger\"}"), 404, "not-found");
        assertProblem(service.call("POST", "/v1/tokens", "", "{\"username\":\"Stranger\"}"), 422, "validation");
    }

    @Test
    void asksForATokenEverywhereElse() {
        for (String path : List.of("/v1/users/1", "/v1/users/1/followers", "/v1/users/1/following",
                "/internal/v1/users/1", "/internal/v1/threshold")) {
            Answer answer = service.call("GET", path, "", "");
            assertProblem(answer, 401, "unauthorized");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        assertProblem(service.call("GET", "/internal/v1/threshold", ada.token(), ""), 401, "unauthorized");
        assertProblem(service.internal("GET", "/v1/users/1", ""), 401, "unauthorized");
    }

    @Test
    void showsAProfile() {
        JsonNode profile = service.call("GET", "/v1/users/" + ada.userId(), bob.token(), "").json();

        assertThat(profile.propertyNames()).containsExactlyInAnyOrder("user_id", "username", "created_at",
                "follower_count",
                "following_count");
        assertThat(profile.path("user_id").asString()).isEqualTo(ada.userId());
        assertThat(profile.path("username").asString()).isEqualTo("ada");
    }

    @Test
    void refusesBadAndUnknownIds() {
        for (String id : List.of("0", "-1", "00123", "1.5", "abc", "0x1", "9223372036854775808",
                "18446744073709551616")) {
            assertProblem(get("/v1/users/" + id), 400, "invalid-parameter");
            assertProblem(get("/v1/users/" + id + "/followers"), 400, "invalid-parameter");
            assertProblem(service.call("DELETE", "/v1/follow/" + id, ada.token(), ""), 400, "invalid-parameter");
        }
        for (String path : List.of("/v1/users/999999", "/v1/users/999999/followers", "/v1/users/999999/following")) {
            assertProblem(get(path), 404, "not-found");
        }
        assertProblem(service.call("DELETE", "/v1/follow/999999", ada.token(), ""), 404, "not-found");
        assertProblem(follow(ada, target("999999")), 404, "not-found");
    }

    @Test
    void followsAndUnfollowsIdempotently() {
        Session fan = service.register("fan");
        Session star = service.register("star");
        for (int i = 0; i < 2; i++) {
            Answer answer = follow(fan, target(star.userId()));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("status").asString()).isEqualTo("ok");
            assertThat(counts(fan, star)).containsExactly(1L, 1L);
        }
        for (int i = 0; i < 2; i++) {
            Answer answer = service.call("DELETE", "/v1/follow/" + star.userId(), fan.token(), "");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("status").asString()).isEqualTo("ok");
            assertThat(counts(fan, star)).containsExactly(0L, 0L);
        }
    }

    @Test
    void nobodyFollowsThemselves() {
        assertProblem(follow(ada, target(ada.userId())), 422, "self-follow");
        assertThat(service.call("DELETE", "/v1/follow/" + ada.userId(), ada.token(), "").status()).isEqualTo(200);
        assertProblem(follow(ada, "{}"), 422, "validation");
    }

    @Test
    void listsFollowersAndFolloweesNewestFirstInPagesOfEverySize() {
        Session center = service.register("center");
        List<String> fans = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Session fan = service.register("fan" + i);
            follow(fan, target(center.userId()));
            follow(center, target(fan.userId()));
            fans.addFirst(fan.userId());
        }
        for (int limit = 1; limit <= 8; limit++) {
            assertThat(walk("/v1/users/" + center.userId() + "/followers", limit)).isEqualTo(fans);
            assertThat(walk("/v1/users/" + center.userId() + "/following", limit)).isEqualTo(fans);
        }
        assertThat(walk("/v1/users/" + fans.getFirst() + "/followers", 5)).containsExactly(center.userId());
    }

    @Test
    void takesACursorOnlyFromItsOwnerAndForItsList() {
        Session center = service.register("centre");
        for (int i = 0; i < 3; i++) {
            follow(service.register("cfan" + i), target(center.userId()));
        }
        String list = "/v1/users/" + center.userId() + "/followers";
        String cursor = get(list + "?limit=1").json().path("next_cursor").asString();

        assertThat(get(list + "?limit=1&cursor=" + cursor).status()).isEqualTo(200);
        assertProblem(service.call("GET", list + "?cursor=" + cursor, bob.token(), ""), 400, "invalid-cursor");
        assertProblem(get("/v1/users/" + center.userId() + "/following?cursor=" + cursor), 400, "invalid-cursor");
        assertProblem(get("/v1/users/" + ada.userId() + "/followers?cursor=" + cursor), 400, "invalid-cursor");
        for (String forged : List.of("", "x", cursor.substring(1), cursor + "A", "a".repeat(4096), "%00")) {
            assertProblem(get(list + "?cursor=" + forged), 400, "invalid-cursor");
        }
        for (String limit : List.of("0", "-1", "101", "abc", "1e9", "", "5&limit=5")) {
            assertProblem(get(list + "?limit=" + limit), 400, "invalid-parameter");
        }
    }

    @Test
    void refusesOtherPathsMethodsAndMediaTypes() {
        assertProblem(get("/v1/nothing"), 404, "not-found");
        Answer wrongMethod = service.call("PUT", "/v1/follow", ada.token(), "{}");
        assertProblem(wrongMethod, 405, "method-not-allowed");
        assertThat(wrongMethod.header("Allow")).isEqualTo("POST");
        assertProblem(service.call("POST", "/v1/follow", ada.token(), "", "Content-Type", "text/plain"), 415,
                "unsupported-media-type");
        assertProblem(follow(ada, "{\"target_user_id\":\"" + "1".repeat(20_000) + "\"}"), 413, "body-too-large");
    }

    @Test
    void isNoIssuerWhereAnOutsideOneIsConfigured(@TempDir Path folder) {
        try (RunningService other = new RunningService(folder, TestStores.postgres().freshDatabase(), "127.0.0.1:1",
                "timeline.security.jwk-set-uri=http://127.0.0.1:1/jwks.json")) {
            assertProblem(other.call("POST", "/v1/tokens", "", "{\"username\":\"ada\"}"), 404, "not-found");
        }
    }

    private static Answer get(String path) {
        return service.call("GET", path, ada.token(), "");
    }

    private static Answer follow(Session caller, String body) {
        return service.call("POST", "/v1/follow", caller.token(), body);
    }

    private static String target(String userId) {
        return "{\"target_user_id\":\"" + userId + "\"}";
    }

    /** The fan's followees, and the star's followers, as their profiles count them. */
    private static List<Long> counts(Session fan, Session star) {
        return List.of(get("/v1/users/" + fan.userId()).json().path("following_count").asLong(),
                get("/v1/users/" + star.userId()).json().path("follower_count").asLong());
    }

    private static List<String> walk(String list, int limit) {
        List<String> walked = new ArrayList<>();
        JsonNode page = get(list + "?limit=" + limit).json();
        while (true) {
            assertThat(page.path("users").size()).isBetween(1, limit);
            page.path("users").forEach(user -> walked.add(user.path("user_id").asString()));
            if (page.path("next_cursor").isNull()) {
                return walked;
            }
            page = get(list + "?limit=" + limit + "&cursor=" + page.path("next_cursor").asString()).json();
        }
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.body()).isNotEmpty();
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(slug);
        assertThat(answer.json().propertyNames()).contains("type", "title", "status", "detail", "instance", "trace_id");
    }
}
