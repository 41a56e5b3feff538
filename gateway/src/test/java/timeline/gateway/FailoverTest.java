package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.gateway.ProblemAssertions.assertProblem;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.gateway.StubService.Answer;
import timeline.testkit.Await;
import timeline.testkit.Together;

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
        gateway = new RunningGateway(folder, Map.of("tweet-service", both, "timeline-service", both,
                "follow-service", both),
                // A gateway that has just started in a busy test queues by itself; who is let in is not the question here.
                "timeline.admission.target=10s");
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
        Await.that("both are known to serve", () -> gateway.get(7, "/v1/timeline").statusCode() == 200
                && !one.seen().isEmpty() && !two.seen().isEmpty());
        int before = one.seen().size();
        for (int i = 0; i < 40; i++) {
            assertThat(gateway.get(7, "/v1/timeline").statusCode()).isEqualTo(200);
        }
        assertThat(one.seen().size() - before).isBetween(8, 32);
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
    void aFollowIsRepeated() throws Exception {
        one.answering(request -> {
            throw new IOException("breaks off");
        });
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.post(7, "/v1/follow", "{}").statusCode()).isEqualTo(200);
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

    /** Nobody knows yet that it hangs, and afterwards everybody does: what waited there moves on. */
    @Test
    void manyUsersHardlyNoticeThatAnInstanceHangs() throws Exception {
        Await.that("both are known to serve", () -> gateway.get(7, "/v1/tweets/1").statusCode() == 200
                && !one.seen().isEmpty() && !two.seen().isEmpty());
        one.answering(this::hang);
        for (int round = 0; round < 3; round++) {
            List<Integer> statuses = Together.run(30, i -> get(100 + i));
            assertThat(statuses).containsOnly(200);
        }
        int held = one.seen().size();
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.post(7, "/v1/tweets", "{}").statusCode()).as("posts cannot move").isEqualTo(200);
        }
        assertThat(one.seen()).hasSize(held);
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

    private int get(int user) {
        try {
            return gateway.get(user, "/v1/tweets/1").statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private Answer hang(StubService.Seen request) throws InterruptedException {
        end.await();
        return Answer.ok("{}");
    }
}
