package timeline.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.client.Answer;
import timeline.client.Session;
import timeline.client.TimelineClient;
import timeline.local.Stack;

/** G12, G14: whatever comes in, the answer is a problem that names what was wrong; never a 500. */
@ExtendWith(RunningStack.class)
class BadInputIT {
    private final TimelineClient client;
    private final Session somebody;

    BadInputIT(Stack stack) {
        Users users = new Users(stack);
        this.client = users.client();
        this.somebody = users.somebody();
    }

    @ParameterizedTest
    @CsvSource({"POST,/v1/tweets", "GET,/v1/timeline", "GET,/v1/tweets/1", "DELETE,/v1/tweets/1", "POST,/v1/follow",
            "DELETE,/v1/follow/1", "GET,/v1/users/1/tweets", "GET,/v1/users/1/followers", "GET,/v1/users/1/following"})
    void asksWhoYouAre(String method, String path) {
        Answer answer = client.call(method, path, null, null);

        isProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isPresent();
        isProblem(client.call(method, path, "not.a.token", null), 401);
        isProblem(client.call(method, path, "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", null), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "abc", "1e9", "", "20&limit=20", "9999999999"})
    void refusesABadLimit(String limit) {
        isProblem(somebody.get("/v1/timeline?limit=" + limit), 400);
        isProblem(somebody.get("/v1/users/" + somebody.user() + "/tweets?limit=" + limit), 400);
        isProblem(somebody.get("/v1/users/" + somebody.user() + "/followers?limit=" + limit), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "null", "%00", "AQAAAAAAAAAqAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesABadCursor(String cursor) {
        Answer answer = somebody.get("/v1/timeline?cursor=" + cursor);

        isProblem(answer, 400);
        isProblem(somebody.get("/v1/users/" + somebody.user() + "/tweets?cursor=" + cursor), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "00123", "abc", "0x10", "1.0", "18446744073709551616"})
    void refusesABadId(String id) {
        isProblem(somebody.get("/v1/tweets/" + id), 400);
        isProblem(somebody.get("/v1/users/" + id), 400);
        isProblem(client.call("DELETE", "/v1/follow/" + id, somebody.token(), null), 400);
        isProblem(
                client.call("POST", "/v1/follow", somebody.token(), TimelineClient.object().put("target_user_id", id)),
                400,
                422);
    }

    @ParameterizedTest
    @CsvSource({"GET,/,404", "GET,/v1,404", "GET,/v1/nothing,404", "GET,/actuator/health,404", "GET,/actuator/env,404",
            "GET,/internal/v1/threshold,404", "PUT,/v1/timeline,405", "DELETE,/v1/tweets,405", "GET,/v1/follow,405"})
    void knowsItsPaths(String method, String path, int status) {
        Answer answer = client.call(method, path, somebody.token(), null);

        isProblem(answer, status);
        if (status == 405) {
            assertThat(answer.header("Allow")).isPresent();
        }
    }

    @Test
    void refusesTextsThatAreNone() {
        isProblem(somebody.post(""), 422);
        isProblem(somebody.post(" \u200b\n"), 422);
        isProblem(somebody.post("x".repeat(281)), 422);
        isProblem(somebody.post("bell\u0007"), 422);
        assertThat(somebody.post("é".repeat(280)).status()).isEqualTo(201);
        assertThat(somebody.post("<script>alert('x')</script> ${jndi:ldap://x} '; DROP TABLE").status()).isEqualTo(201);
        assertThat(somebody.timeline(2, Optional.empty()).body().toString()).contains("DROP TABLE");
    }

    @Test
    void refusesBodiesOfTheWrongShape() {
        var unknown = TimelineClient.object().put("text", "x").put("user_id", "1");
        isProblem(client.call("POST", "/v1/tweets", somebody.token(), unknown), 400);
        isProblem(client.call("POST", "/v1/tweets", somebody.token(), TimelineClient.object().put("text", 1)), 400);
        isProblem(client.call("POST", "/v1/tweets", somebody.token(), TimelineClient.object()), 422);
        isProblem(client.call("POST", "/v1/tweets", somebody.token(), null), 400, 415);
        isProblem(somebody.post("x".repeat(20_000)), 413);
        isProblem(client.call("POST", "/v1/users", null, TimelineClient.object().put("username", "Not Valid")), 422);
        isProblem(client.call("POST", "/v1/users", null, TimelineClient.object().put("username", somebody.username())),
                409);
    }

    @Test
    void knowsWhomOneCanFollow() {
        isProblem(somebody.follow(somebody.user()), 422);
        isProblem(somebody.follow(new timeline.id.UserId(Long.MAX_VALUE)), 404);
        isProblem(somebody.get("/v1/users/9223372036854775807"), 404);
        isProblem(somebody.get("/v1/users/9223372036854775807/tweets"), 404);
        isProblem(somebody.get("/v1/users/9223372036854775807/followers"), 404);
        isProblem(somebody.get("/v1/tweets/9223372036854775807"), 404);
    }

    private static void isProblem(Answer answer, @Nullable Integer... statuses) {
        assertThat(answer.status()).as(answer.body().toString()).isIn((Object[]) statuses);
        assertThat(answer.header("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
        for (String field : new String[]{"type", "title", "detail", "instance", "trace_id"}) {
            assertThat(answer.body().path(field).asString("")).as(field + " of " + answer.body()).isNotEmpty();
        }
        assertThat(answer.took()).isLessThan(java.time.Duration.ofSeconds(2));
    }
}
