package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.gateway.ProblemAssertions.assertProblem;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.edge.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's description says what the gateway lets through. What the answers look like is held against it on a whole stack. */
class ApiDocumentTest {
    /** The services say it among each other; it is said where there is no such call; it is said to nobody. */
    private static final Set<String> NOT_OF_A_CALL = Set.of("urn:timeline:problem:conflict",
            "urn:timeline:problem:method-not-allowed", "urn:timeline:problem:client-gone");

    private static RunningGateway gateway;
    private static JsonNode document;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        gateway = new RunningGateway(folder, Map.of());
        document = JsonMapper.shared().readTree(gateway.get(0, "/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void isServedToAnybody() throws Exception {
        HttpResponse<String> answer = gateway.get(0, "/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        HttpResponse<String> head = gateway.send(0, "HEAD", "/openapi.json", "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(answer.headers().firstValue("Content-Length"));
        for (long caller : new long[]{0, 7}) {
            HttpResponse<String> refusal = gateway.send(caller, "DELETE", "/openapi.json", "");
            assertProblem(refusal, 405, "method-not-allowed");
            assertThat(refusal.headers().firstValue("Allow")).hasValue("GET, HEAD");
        }
    }

    @Test
    void describesTheRoutesAndNoOthers() {
        Set<String> described = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        document.path("paths").forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
            if (!method.equals("parameters")) {
                String call = method.toUpperCase(Locale.ROOT) + " " + path;
                described.add(call);
                if (operation.has("security")) {
                    open.add(call);
                }
            }
        }));
        assertThat(described).isEqualTo(calls(PublicApi.routes().stream()));
        assertThat(open).isEqualTo(
                calls(PublicApi.routes().stream().filter(route -> route.access() == Route.Access.OPEN)));
    }

    @Test
    void knowsEveryKindOfProblem() {
        Set<String> missing = Stream.of(Problem.values()).map(Problem::type)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(document.findValues("type").stream()
                .flatMap(type -> Stream.concat(type.path("enum").valueStream(), Stream.of(type.path("const"))))
                .map(type -> type.asString("")).toList());
        missing.removeAll(NOT_OF_A_CALL);
        assertThat(missing).isEmpty();
    }

    @Test
    void refersOnlyToWhatItHas() {
        assertThat(document.findValuesAsString("$ref")).isNotEmpty()
                .allSatisfy(reference -> assertThat(document.at(reference.substring(1)).isObject()).as(reference)
                        .isTrue());
    }

    private static Set<String> calls(Stream<Route> routes) {
        return Stream.concat(routes.map(route -> route.method() + " " + route.path()), Stream.of("GET /openapi.json"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
