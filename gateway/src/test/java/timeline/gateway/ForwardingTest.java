package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.gateway.StubService.Answer;

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

    @Test
    void passesAnAnswerOnWithItsHeaders() throws Exception {
        timelines.answering(request -> Answer.ok("{\"tweets\":[]}"));
        HttpResponse<String> answer = gateway.send(7, "GET", "/v1/timeline?limit=5&cursor=a%2Bb", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"tweets\":[]}");
        assertThat(answer.headers().firstValue("Server-Timing")).hasValue("cache;dur=1.0");
        assertThat(timelines.seen().getLast().target()).isEqualTo("/v1/timeline?limit=5&cursor=a%2Bb");
    }

    @Test
    void answersForPathsThatAreNotPublic() throws Exception {
        for (String path : new String[]{"/internal/v1/users/1", "/actuator/health", "/v1/nope", "/"}) {
            for (long user : new long[]{0, 7}) {
                assertThat(gateway.send(user, "GET", path, "").statusCode()).as(path + user).isEqualTo(404);
            }
        }
    }

    @Test
    void answersForMethodsThatAPathDoesNotTake() throws Exception {
        for (long user : new long[]{0, 7}) {
            HttpResponse<String> answer = gateway.send(user, "PUT", "/v1/tweets/5", "");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD");
        }
    }
}
