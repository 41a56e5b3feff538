package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.gateway.ProblemAssertions.assertProblem;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.gateway.StubService.Answer;
import timeline.testkit.Await;

/** Two instances of a service, and what a user notices when one of them fails: nothing, or a 503 within 2 s (G12). */
class FailoverTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private StubService one;
    private StubService two;
    private RunningGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        one = new StubService();
        two = new StubService();
        String both = one.url() + ", " + two.url();
        gateway = new RunningGateway(folder, Map.of("tweet-service", both, "timeline-service", both));
    }

    @AfterEach
    void stop() {
        end.countDown();
        gateway.close();
        one.close();
        two.close();
    }

    @Test
    void spreadsTheLoad() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(gateway.get(7, "/v1/timeline").statusCode()).isEqualTo(200);
        }
        assertThat(one.seen()).hasSize(5);
        assertThat(two.seen()).hasSize(5);
    }

    @Test
    void noUserNoticesThatAnInstanceIsGone() throws Exception {
        gateway.get(7, "/v1/timeline");
        gateway.get(7, "/v1/timeline");
        one.close();
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.get(7, "/v1/timeline").statusCode()).isEqualTo(200);
            assertThat(gateway.post(7, "/v1/tweets", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void usesAnInstanceAgainWhenItIsBack() throws Exception {
        int port = one.port();
        one.close();
        for (int i = 0; i < 10; i++) {
            gateway.get(7, "/v1/timeline");
        }
        one = new StubService(port);
        StubService back = one;
        Await.that("the instance that is back is asked", () -> {
            gateway.get(7, "/v1/timeline");
            return !back.seen().isEmpty();
        });
    }

    @Test
    void neverSendsAPostTwice() throws Exception {
        StubService.Script breaksOff = request -> {
            throw new IOException("breaks off");
        };
        one.answering(breaksOff);
        two.answering(breaksOff);
        assertProblem(gateway.post(7, "/v1/tweets", "{}"), 503, "unavailable");
        assertThat(one.seen().size() + two.seen().size()).isEqualTo(1);
    }

    @Test
    void asksTheOtherInstanceWhenOneHangs() throws Exception {
        one.answering(this::hang);
        assertThat(gateway.get(7, "/v1/timeline").statusCode()).isEqualTo(200);
        assertThat(gateway.get(7, "/v1/timeline").statusCode()).isEqualTo(200);
    }

    @Test
    void answersThoughAllInstancesHang() throws Exception {
        one.answering(this::hang);
        two.answering(this::hang);
        for (String method : new String[]{"GET", "POST"}) {
            // The instances hang until the test is over: whatever answers has not waited for them, and says so.
            HttpResponse<String> answer = gateway.send(7, method, method.equals("GET") ? "/v1/timeline" : "/v1/tweets",
                    "");
            assertProblem(answer, 504, "timeout");
        }
    }

    @Test
    void answersForAServiceThatIsNotThere() throws Exception {
        one.close();
        two.close();
        assertProblem(gateway.get(7, "/v1/timeline"), 503, "unavailable");
        assertProblem(gateway.post(7, "/v1/tweets", "{}"), 503, "unavailable");
    }

    private Answer hang(StubService.Seen request) throws InterruptedException {
        end.await();
        return Answer.ok("{}");
    }
}
