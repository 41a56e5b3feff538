package timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.edge.sample.RunningSample;
import timeline.edge.sample.Wire;
import timeline.edge.sample.Wire.Answer;

/** G12, first half: no input leads to a 500, and no error is anything but a problem. Random, by a seed that the name shows. */
class GarbageTest {
    private static final int REQUESTS = 300;
    private static final String[] METHODS = {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE",
            "G\u00e9T", ""};
    private static final String[] PATHS = {"/v1/notes", "/v1/open", "/v1/notes/5", "/internal/v1/notes", "/v1/down",
            "/error",
            "http://a/v1/notes", "//", "/v1/notes/%", "/v1/notes/%zz", "/v1/notes/..%2f", "/v1/\u00ff",
            "/v1/notes;a=b"};
    private static final String[] QUERIES = {"", "?limit=5", "?limit=%", "?limit=%ff", "?cursor=%00", "?=&&=",
            "?limit[]=1",
            "?a=\u00ff", "?cursor=" + "x".repeat(4000), "?limit=5;limit=6", "?{}"};
    private static final String[] HEADERS = {"Content-Type: application/json",
            "Content-Type: application/json;charset=\"",
            "Content-Type: /", "Accept: ;;;", "Accept: */*", "Accept-Charset: x", "Authorization: Bearer \u00ff",
            "Authorization: Bearer",
            "traceparent: 00-zz-zz-zz", "traceparent: 00-00000000000000000000000000000000-0000000000000000-00",
            "baggage: a=\u00ff", "X-Request-Deadline: -1", "X-Request-Deadline: 99999999999999999999",
            "Range: bytes=9-1",
            "If-Modified-Since: never", "If-None-Match: \"", "Expect: 100-continue", "Expect: more",
            "Cookie: a=\u00ff;;=",
            "Transfer-Encoding: chunked", "Content-Length: 3", "Content-Length: 0", "Upgrade: h2c",
            "X-HTTP-Method-Override: PUT",
            "Origin: http://evil", "Content-Encoding: gzip", "Host: b", "X-A:", ": x", "\u0001: \u0002"};
    private static final String[] BODIES = {"", "{}", "{\"text\":\"a\"}", "0\r\n\r\n", "{\"text\":\"\u00ff\"}",
            "\u0000", "a=b&c=%zz",
            "--x\r\n", "[[[[", "{\"a\":{\"a\":{\"a\":", "{\"text\":1e999999999}", "{\"target_user_id\":\"1\"}"};

    private static RunningSample sample;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        sample = new RunningSample(folder, "timeline.http.budget=300ms", "server.tomcat.connection-timeout=300ms");
        token = sample.userToken();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noInputIsADefect(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < REQUESTS; i++) {
            String request = request(random);
            try (Wire wire = new Wire(sample.port())) {
                Answer answer = wire.send(request).answerWithoutBody();
                assertThat(answer.status()).as(request).isNotEqualTo(500).isLessThan(600);
                if (answer.status() >= 400) {
                    assertThat(answer.header("content-type")).as(request + answer)
                            .isEqualTo("application/problem+json");
                }
            }
        }
    }

    private static String request(SplittableRandom random) {
        StringBuilder request = new StringBuilder().append(pick(random, METHODS)).append(' ')
                .append(pick(random, PATHS))
                .append(pick(random, QUERIES)).append(" HTTP/1.1\r\nHost: a\r\n");
        if (random.nextInt(4) > 0) {
            request.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        for (int headers = random.nextInt(5); headers > 0; headers--) {
            request.append(pick(random, HEADERS)).append("\r\n");
        }
        return request.append("\r\n").append(pick(random, BODIES)).toString();
    }

    private static String pick(SplittableRandom random, String[] from) {
        return from[random.nextInt(from.length)];
    }
}
