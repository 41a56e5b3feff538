package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.gateway.ProblemAssertions.assertProblem;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.provider.ValueSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import timeline.gateway.StubService.Answer;
import timeline.gateway.StubService.Seen;

class ForwardingTest {
    private static StubService tweets;
    private static StubService follows;
    private static StubService timelines;
    private static RunningGateway gateway;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        tweets = new StubService();
        follows = new StubService();
        timelines = new StubService();
        gateway = new RunningGateway(folder, Map.of("tweet-service", tweets.url(), "follow-service", follows.url(),
                "timeline-service", timelines.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        tweets.close();
        follows.close();
        timelines.close();
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/timeline, timeline-service", "HEAD, /v1/timeline, timeline-service",
            "POST, /v1/tweets, tweet-service", "GET, /v1/tweets/5, tweet-service",
            "DELETE, /v1/tweets/5, tweet-service",
            "GET, /v1/users/7/tweets, tweet-service", "GET, /v1/users/7, follow-service",
            "GET, /v1/users/7/followers, follow-service", "GET, /v1/users/7/following, follow-service",
            "POST, /v1/follow, follow-service", "DELETE, /v1/follow/9, follow-service"})
    void sendsEachCallToTheServiceThatOwnsIt(String method, String path, String service) throws Exception {
        StubService owner = service(service).answering(request -> Answer.ok("{}"));
        int before = owner.seen().size();
        assertThat(gateway.send(7, method, path, method.equals("POST") ? "{}" : "").statusCode()).isEqualTo(200);
        assertThat(owner.seen()).hasSize(before + 1);
        assertThat(owner.seen().getLast().target()).isEqualTo(path);
    }

    @Test
    void letsNobodyInButToSignUpAndIn() throws Exception {
        follows
                .answering(request -> new Answer(201, "application/json", "{}"));
        assertThat(gateway.post(0, "/v1/users", "{\"username\":\"ada\"}").statusCode()).isEqualTo(201);
        assertThat(gateway.post(0, "/v1/tokens", "{\"username\":\"ada\"}").statusCode()).isEqualTo(201);
        int seen = follows.seen().size();
        for (Route route : PublicApi.routes()) {
            if (route.access() == Route.Access.USERS) {
                String path = route.path().replaceAll("\\{[^}]*}", "5");
                assertProblem(gateway.send(0, route.method(), path, ""), 401, "unauthorized");
            }
        }
        assertThat(follows.seen()).hasSize(seen);
    }

    @Test
    void passesTheTargetAndTheBodyOnAsTheyCame() throws Exception {
        timelines.answering(request -> Answer.ok("{}"));
        gateway.get(7, "/v1/timeline?limit=5&cursor=a%2Bb%26c&unknown=%C3%A9");
        assertThat(timelines.seen().getLast().target())
                .isEqualTo("/v1/timeline?limit=5&cursor=a%2Bb%26c&unknown=%C3%A9");
        tweets.answering(request -> Answer.ok("{}"));
        gateway.post(7, "/v1/tweets", "{\"text\":\"👋\"}", "Idempotency-Key", "k-1");
        Seen post = tweets.seen().getLast();
        assertThat(post.body()).isEqualTo("{\"text\":\"👋\"}");
        assertThat(post.header("Idempotency-key")).isEqualTo("k-1");
        assertThat(post.header("Content-type")).isEqualTo("application/json");
    }

    @Test
    void passesAnAnswerOnWithItsHeaders() throws Exception {
        timelines.answering(request -> Answer.ok("{\"tweets\":[]}"));
        HttpResponse<String> answer = gateway.get(7, "/v1/timeline");
        assertThat(answer.body()).isEqualTo("{\"tweets\":[]}");
        assertThat(answer.headers().firstValue("Server-Timing")).hasValue("cache;dur=1.0");
        assertThat(answer.headers().allValues("X-Trace-Id")).hasSize(1);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        HttpResponse<String> head = gateway.send(7, "HEAD", "/v1/timeline", "");
        assertThat(head.headers().firstValue("Server-Timing")).isPresent();
        assertThat(head.body()).isEmpty();
        tweets.answering(request -> new Answer(204, "application/json", ""));
        assertThat(gateway.send(7, "DELETE", "/v1/tweets/5", "").statusCode()).isEqualTo(204);
    }

    @Test
    void letsNoHeaderInThatOnlyServicesMaySend() throws Exception {
        timelines.answering(request -> Answer.ok("{}"));
        gateway.get(7, "/v1/timeline", "X-User-Id", "1", "X-Internal-Token", "x", "X-Forwarded-For", "1.2.3.4",
                "Forwarded",
                "for=1.2.3.4", "X-Real-IP", "1.2.3.4", "X-Request-Deadline", "999999", "Cookie", "a=b", "X-Anything",
                "y");
        Seen seen = timelines.seen().getLast();
        assertThat(seen.headers().keySet()).map(name -> name.toLowerCase(Locale.ROOT)).doesNotContain("x-user-id",
                "x-internal-token", "x-forwarded-for", "forwarded", "x-real-ip", "cookie", "x-anything");
        assertThat(Long.parseLong(seen.header("X-request-deadline"))).isBetween(1000L, 1900L);
        assertThat(seen.header("Authorization")).startsWith("Bearer ");
    }

    /** Time left is what services tell each other; a client that could tell it to the gateway could make its answers time-outs. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "100", "999999", "nonsense"})
    void hearsNoDeadlineFromOutside(String millis) throws Exception {
        timelines.answering(request -> Answer.ok("{}"));
        assertThat(gateway.get(7, "/v1/timeline", "X-Request-Deadline", millis).statusCode()).isEqualTo(200);
        assertThat(Long.parseLong(timelines.seen().getLast().header("X-request-deadline"))).isBetween(1000L, 1900L);
    }

    /** The client of the services would send a question mark for each such character: two users' keys could become one. */
    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "If-None-Match", "Accept", "Content-Type"})
    void refusesAHeaderThatWouldArriveAsAnother(String name) throws Exception {
        int seen = tweets.seen().size();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream()
                    .write(("POST /v1/tweets HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
                            + gateway.token(7) + "\r\nContent-Length: 2\r\n" + name
                            + ": application/json;a=\"\u00e4\"\r\n\r\n{}").getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
        }
        assertThat(tweets.seen()).hasSize(seen);
    }

    @Test
    void answersNoPreflight() throws Exception {
        HttpResponse<String> answer = gateway.send(0, "OPTIONS", "/v1/tweets/5", "", "Origin", "http://other",
                "Access-Control-Request-Method", "PUT");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD");
        assertProblem(gateway.send(0, "OPTIONS", "/v1/no", "", "Origin", "http://other"), 404, "not-found");
    }

    /** Only its own defects may be counted as such, and a client that goes away in the middle of its request is none. */
    @Test
    void takesNoOffenceAtAClientThatGoesAway() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream().write(("POST /v1/tweets HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                    + gateway.token(7) + "\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        MeterRegistry meters = gateway.bean(MeterRegistry.class);
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (meters.find("http.problems").tag("type", "client-gone").counter() == null && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(meters.find("http.problems").tag("type", "client-gone").counter()).isNotNull();
        assertThat(meters.find("http.problems").tag("type", "internal").counter()).isNull();
    }

    @Test
    void carriesTheTraceFromTheClientToTheService() throws Exception {
        timelines.answering(request -> Answer.ok("{}"));
        String trace = "0af7651916cd43dd8448eb211c80319c";
        HttpResponse<String> answer = gateway.get(7, "/v1/timeline", "traceparent",
                "00-" + trace + "-b7ad6b7169203331-01");
        assertThat(answer.headers().firstValue("X-Trace-Id")).hasValue(trace);
        assertThat(timelines.seen().getLast().header("Traceparent")).contains(trace);
    }

    @Test
    void passesProblemsOnAsTheyCame() throws Exception {
        String problem = "{\"type\":\"urn:timeline:problem:validation\",\"status\":422,\"trace_id\":\"t\"}";
        tweets.answering(request -> new Answer(422, "application/problem+json", problem));
        assertThat(assertProblem(gateway.post(7, "/v1/tweets", "{}"), 422, "validation").toString()).isEqualTo(problem);
        String down = "{\"type\":\"urn:timeline:problem:unavailable\",\"status\":503,\"trace_id\":\"t\"}";
        tweets.answering(request -> new Answer(503, "application/problem+json", down));
        HttpResponse<String> answer = gateway.post(7, "/v1/tweets", "{}");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo(down);
    }

    @ParameterizedTest
    @CsvSource({"404, text/html", "500, text/html", "502, text/plain", "400, application/json"})
    void letsNoErrorOutThatIsNotAProblem(int status, String type) throws Exception {
        timelines.answering(request -> new Answer(status, type, "<h1>Tomcat at host-17</h1>"));
        var problem = assertProblem(gateway.get(7, "/v1/timeline"), 503, "unavailable");
        assertThat(problem.toString()).doesNotContain("Tomcat", "host-17");
    }

    @Test
    void knowsNoPathThatIsNotPublic() throws Exception {
        for (String path : new String[]{"/", "/internal/v1/users/1", "/internal", "/actuator/health", "/actuator",
                "/v1/nope",
                "/v1/users/1/nope", "/v2/timeline", "/error", "/favicon.ico"}) {
            assertProblem(gateway.get(0, path), 404, "not-found");
            assertProblem(gateway.get(7, path), 404, "not-found");
        }
        assertProblem(gateway.get(7, "/internal/v1/users/1", "Authorization", "Bearer nonsense"), 404, "not-found");
    }

    @Test
    void namesTheMethodsOfAPath() throws Exception {
        for (long user : new long[]{0, 7}) {
            HttpResponse<String> answer = gateway.send(user, "PUT", "/v1/tweets/5", "");
            assertProblem(answer, 405, "method-not-allowed");
            assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD");
            assertThat(gateway.get(user, "/v1/tweets").headers().firstValue("Allow")).hasValue("POST");
        }
    }

    @Test
    void refusesLargeBodiesItself() throws Exception {
        int seen = tweets.seen().size();
        assertProblem(gateway.post(7, "/v1/tweets", " ".repeat(16 * 1024 + 1)), 413, "body-too-large");
        assertThat(tweets.seen()).hasSize(seen);
    }

    @Test
    void tellsItsMetricsByRoute() throws Exception {
        tweets.answering(request -> Answer.ok("{}"));
        gateway.get(7, "/v1/users/7/tweets");
        try (var client = HttpClient.newHttpClient()) {
            String metrics = client.send(HttpRequest.newBuilder(URI.create(
                    "http://127.0.0.1:" + gateway.managementPort() + "/actuator/prometheus")).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
            assertThat(metrics).contains("uri=\"/v1/users/{user_id}/tweets\"", "upstream_requests_seconds{",
                    "upstream=\"tweet-service\"");
        }
    }

    private static StubService service(String name) {
        return switch (name) {
            case "tweet-service" -> tweets;
            case "follow-service" -> follows;
            default -> timelines;
        };
    }
}
