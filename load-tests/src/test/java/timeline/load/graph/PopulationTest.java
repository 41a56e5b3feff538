package timeline.load.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeline.client.TimelineClient;

class PopulationTest {
    private final Map<String, Integer> users = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private HttpServer server;
    private volatile boolean isBusy;

    /** Makes users and tokens; when it is busy it refuses whatever it is asked for the first time. */
    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                String path = exchange.getRequestURI().getPath();
                boolean isFirst = asked.merge(path + body, 1, Integer::sum) == 1;
                int status = isBusy && isFirst ? 503 : path.endsWith("users") ? register(body) : signIn(body);
                String claims = Base64.getUrlEncoder().withoutPadding()
                        .encodeToString("{\"sub\":\"7\"}".getBytes(StandardCharsets.UTF_8));
                byte[] answer = ("{\"user_id\":\"7\",\"access_token\":\"a." + claims + ".c\",\"expires_in\":900}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    private int register(String body) {
        return users.putIfAbsent(body, 1) == null ? 201 : 409;
    }

    private int signIn(String body) {
        return users.containsKey(body) ? 200 : 404;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Population seed() throws InterruptedException {
        try (TimelineClient client = new TimelineClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Clock.systemUTC())) {
            Population population = Population.seed(client, SocialGraph.stars(3, 0), 0, "p", text -> {});
            assertThat(population.newTokens(client)).hasSize(3).doesNotContain("");
            return population;
        }
    }

    @Test
    void comesBackWhenTheSystemIsBusy() throws Exception {
        isBusy = true;

        assertThat(seed().sessions()).extracting(session -> session.username()).containsExactly("p0", "p1", "p2");
        assertThat(users).hasSize(4);
    }

    /** Taken for unknown, a user who is there would be made again, and everything else with them. */
    @Test
    void takesABusySystemForNoEmptyOne() throws Exception {
        seed();
        asked.clear();
        isBusy = true;

        seed();

        assertThat(asked.keySet()).noneMatch(call -> call.startsWith("/v1/users"));
    }

    @Test
    void goesOnWhereSeedingWasCutShort() throws Exception {
        users.put("{\"username\":\"p1\"}", 1);

        assertThat(seed().sessions()).hasSize(3);
        assertThat(users).hasSize(4);
    }
}
