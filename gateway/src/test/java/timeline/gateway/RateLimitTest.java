package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.gateway.ProblemAssertions.assertProblem;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitTest {
    private StubService service;
    private RunningGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        service = new StubService();
        gateway = new RunningGateway(folder, Map.of("timeline-service", service.url(), "follow-service", service.url()),
                "timeline.rate-limit.user-burst=5", "timeline.rate-limit.user-window=1h",
                "timeline.rate-limit.address-burst=30", "timeline.rate-limit.address-window=1h",
                "timeline.rate-limit.anonymous-burst=3", "timeline.rate-limit.anonymous-window=1h");
    }

    @AfterEach
    void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void refusesAUserAboveTheLimitAndNobodyElse() throws Exception {
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = gateway.get(7, "/v1/timeline");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit")).hasValue("\"user\";r=" + left);
            assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"user\";q=5;w=3600");
        }
        HttpResponse<String> refused = gateway.get(7, "/v1/timeline");
        assertProblem(refused, 429, "rate-limited");
        assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"user\";r=0");
        assertThat(gateway.get(8, "/v1/timeline").statusCode()).isEqualTo(200);
        assertThat(service.seen()).hasSize(6);
    }

    @Test
    void cannotBeToldThatTheClientIsAnother() throws Exception {
        for (int i = 0; i < 5; i++) {
            gateway.get(7, "/v1/timeline", "X-Forwarded-For", "1.1.1." + i, "X-User-Id", "" + i);
        }
        assertProblem(gateway.get(7, "/v1/timeline", "X-Forwarded-For", "9.9.9.9", "X-User-Id", "9"), 429,
                "rate-limited");
    }

    /** A limit of its own, far below that of users: who needs no token has no name to be limited by. */
    @Test
    void countsTheCallsOfAnAddressThatNeedNoToken() throws Exception {
        for (String path : new String[]{"/v1/users", "/v1/tokens", "/v1/%75sers"}) {
            HttpResponse<String> answer = gateway.post(0, path, "{}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"anonymous\";q=3;w=3600");
        }
        assertProblem(gateway.post(0, "/v1/users", "{}"), 429, "rate-limited");
        assertProblem(gateway.post(0, "/v1/t%6Fkens", "{}"), 429, "rate-limited");
        assertProblem(gateway.post(7, "/v1/tokens", "{}"), 429, "rate-limited");
        assertThat(gateway.get(7, "/v1/timeline").statusCode()).isEqualTo(200);
        assertThat(service.seen()).hasSize(4);
    }

    @Test
    void countsWhateverComesFromAnAddress() throws Exception {
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> answer = gateway.get(0, "/v1/timeline", "Authorization", "Bearer nonsense");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("RateLimit").orElse("")).startsWith("\"address\"");
        }
        HttpResponse<String> refused = gateway.post(0, "/v1/users", "{}");
        assertProblem(refused, 429, "rate-limited");
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValueSatisfying(wait -> assertThat(Integer.parseInt(wait)).isBetween(1, 120));
    }
}
