package timeline.edge.sample;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of every error, whatever it is (I14). */
public final class ProblemAssertions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemAssertions() {
    }

    /** The answer is the problem, whole and well-formed; gives its document for more. */
    public static JsonNode assertProblem(Wire.Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:timeline:problem:" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.has("instance")).isTrue();
        assertThat(problem.path("trace_id").asString()).matches("[0-9a-f]{32}").isEqualTo(answer.header("x-trace-id"));
        assertThat(answer.body()).doesNotContain("Exception", "java.", "org.", "tools.", "at timeline");
        if (status == 429 || status == 503) {
            assertThat(answer.header("retry-after")).matches("[1-9][0-9]*");
        }
        return problem;
    }
}
