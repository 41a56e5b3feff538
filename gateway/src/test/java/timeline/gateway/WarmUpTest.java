package timeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.gateway.ProblemAssertions.assertProblem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.testkit.Await;
import timeline.testkit.FreePorts;

/** Before it takes requests, the gateway makes some itself. */
class WarmUpTest {
    private static final String[] SHORT = {"timeline.warm-up.calls=60", "timeline.warm-up.within=5s"};

    private final StubService service;
    private final Map<String, String> services;

    WarmUpTest() throws IOException {
        service = new StubService();
        services = Map.of("tweet-service", service.url(), "timeline-service", service.url(), "follow-service",
                service.url());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void goesThroughTheWholeChainAsAUserWould(@TempDir Path folder) throws Exception {
        CompletableFuture<String> token = new CompletableFuture<>();
        service.answering(request -> StubService.Answer.ok(request.target().equals("/v1/tokens")
                ? "{\"access_token\":\"" + token.get() + "\"}"
                : "{\"tweets\":[],\"tweet_id\":\"5\"}"));
        try (RunningGateway issuer = new RunningGateway(folder, Map.of())) {
            token.complete(issuer.token(7));
        }
        try (RunningGateway gateway = new RunningGateway(folder, services, SHORT)) {
            assertThat(service.seen()).extracting(StubService.Seen::target).contains("/v1/timeline?limit=20",
                    "/v1/follow", "/v1/users/7/tweets?limit=20");
            assertThat(service.seen()).filteredOn(seen -> seen.target().equals("/v1/tweets")
                    && seen.body().contains("Good morning")).hasSize(20)
                    .allSatisfy(seen -> assertThat(seen.header("Idempotency-key")).startsWith("good-morning-"));
            assertThat(gateway.get(7, "/v1/timeline").statusCode()).isEqualTo(200);
        }
    }

    /** Everything that is to be read is there: of writing nobody has said anything yet. */
    @Test
    void writesAlsoWhereEverythingIsThereToReadAndTakesItBack(@TempDir Path folder) throws Exception {
        CompletableFuture<String> token = new CompletableFuture<>();
        String tweets = String.join(",", Collections.nCopies(20, "{\"tweet_id\":\"4\"}"));
        service.answering(request -> StubService.Answer.ok(request.target().equals("/v1/tokens")
                ? "{\"access_token\":\"" + token.get() + "\"}"
                : "{\"tweets\":[" + tweets + "],\"tweet_id\":\"5\"}"));
        try (RunningGateway issuer = new RunningGateway(folder, Map.of())) {
            token.complete(issuer.token(7));
        }
        try (RunningGateway _ = new RunningGateway(folder, services, "timeline.warm-up.calls=200",
                "timeline.warm-up.within=30s")) {
            assertThat(service.seen()).noneMatch(seen -> seen.body().contains("Good morning"));
            assertThat(service.seen()).filteredOn(seen -> seen.body().contains("Is anybody there?")).hasSize(10);
            assertThat(service.seen()).extracting(seen -> seen.method() + " " + seen.target())
                    .filteredOn("DELETE /v1/tweets/5"::equals).hasSize(10);
            assertThat(service.seen()).extracting(seen -> seen.method() + " " + seen.target())
                    .contains("DELETE /v1/follow/7", "POST /v1/users");
        }
    }

    /** A tweet-service that takes no tweet keeps the gateway for as long as it may, and no longer. */
    @Test
    void preparesNoLongerThanItMay(@TempDir Path folder) throws Exception {
        CompletableFuture<String> token = new CompletableFuture<>();
        service.answering(request -> request.target().equals("/v1/tokens")
                ? StubService.Answer.ok("{\"access_token\":\"" + token.get() + "\"}")
                : StubService.Answer.ok("{}"));
        try (RunningGateway issuer = new RunningGateway(folder, Map.of())) {
            token.complete(issuer.token(7));
        }
        try (RunningGateway gateway = new RunningGateway(folder, services, "timeline.warm-up.calls=60",
                "timeline.warm-up.within=1s")) {
            assertThat(service.seen()).filteredOn(seen -> seen.body().contains("Good morning"))
                    .hasSizeBetween(1, 5);
            assertThat(gateway.get(7, "/v1/timeline").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesEverybodyElseMeanwhileAndSaysWhy(@TempDir Path folder) throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        service.answering(request -> {
            goOn.await();
            return StubService.Answer.ok("{}");
        });
        int port = FreePorts.next();
        CompletableFuture<RunningGateway> gateway = CompletableFuture.supplyAsync(() -> start(folder, port),
                task -> Thread.ofPlatform().start(task));
        try {
            HttpResponse<String> answer = Await.within(Duration.ofSeconds(60)).value("the port answers",
                    () -> get(port));
            assertProblem(answer, 503, "unavailable");
            assertThat(answer.headers().firstValue("Timeline-Refused")).hasValue("starting");
        } finally {
            goOn.countDown();
            gateway.join().close();
        }
    }

    @Test
    void takesRequestsThoughNothingIsThereToWarm(@TempDir Path folder) throws Exception {
        try (RunningGateway gateway = new RunningGateway(folder, Map.of(), "timeline.warm-up.calls=60",
                "timeline.warm-up.patience=100ms", "timeline.warm-up.within=100ms")) {
            assertThat(gateway.get(0, "/v1/timeline").statusCode()).isEqualTo(401);
        }
    }

    private RunningGateway start(Path folder, int port) {
        try {
            return new RunningGateway(folder, services, "timeline.warm-up.calls=60", "timeline.warm-up.within=1s",
                    "server.port=" + port);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Optional<HttpResponse<String>> get(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Optional.of(client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/timeline")).build(),
                    BodyHandlers.ofString()));
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
