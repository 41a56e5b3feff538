package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of every error that leaves the gateway (I14). */
final class ProblemAssertions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemAssertions() {
    }

    static JsonNode assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:timeline:problem:" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("trace_id").asString()).isNotBlank();
        if (status == 429 || status == 503 || status == 504) {
            assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
        }
        return problem;
    }
}
