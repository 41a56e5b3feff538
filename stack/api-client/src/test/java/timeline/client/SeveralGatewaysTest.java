package timeline.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one gateway does not answer, another one is asked: whatever was not sent, and of the rest what may be repeated. */
class SeveralGatewaysTest {
    private static final int MANY = 20;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Gateway one = new Gateway();
    private final Gateway other = new Gateway();
    private final Queue<Duration> tries = new ConcurrentLinkedQueue<>();
    private final TimelineClient client = new TimelineClient(List.of(one.base, other.base), Clock.systemUTC(),
            tries::add);

    /** What a gateway does with a request that reached it. */
    private interface Manners {
        void meet(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static final class Gateway {
        final AtomicInteger reached = new AtomicInteger();
        final HttpServer server;
        final URI base;
        volatile Manners manners = exchange -> exchange.sendResponseHeaders(204, -1);

        Gateway() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException noPort) {
                throw new AssertionError(noPort);
            }
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().readAllBytes();
                    reached.incrementAndGet();
                    manners.meet(exchange);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            server.start();
            base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        void die() {
            server.stop(0);
        }

        /** Begins nothing, and says why. */
        void refuse(String why) {
            manners = exchange -> {
                exchange.getResponseHeaders().set("Timeline-Refused", why);
                exchange.sendResponseHeaders(503, -1);
            };
        }

        /** Takes requests and ends their connections without an answer. */
        void breakOff() {
            manners = HttpExchange::close;
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        client.close();
        one.die();
        other.die();
    }

    private Answer send(String method, String path, Map<String, String> headers) {
        return client.call(method, path, null, method.equals("POST") ? TimelineClient.object() : null, headers);
    }

    @Test
    void sharesRequestsOutWhileAllAnswer() {
        for (int n = 0; n < MANY; n++) {
            send("GET", "/v1/timeline", Map.of());
        }

        assertThat(one.reached).hasValue(MANY / 2);
        assertThat(other.reached).hasValue(MANY / 2);
    }

    @Test
    void losesNothingByAGatewayThatIsNotThereNotEvenAPost() {
        one.die();

        for (int n = 0; n < MANY; n++) {
            assertThat(send(n % 2 == 0 ? "GET" : "POST", "/v1/tweets", Map.of()).isOk()).isTrue();
        }
        assertThat(other.reached).hasValue(MANY);
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/timeline", "DELETE, /v1/tweets/7", "PUT, /v1/users/7", "POST, /v1/follow",
            "POST, /v1/tokens"})
    void repeatsWhatMayBeRepeatedWhenTheConnectionBreaks(String method, String path) {
        one.breakOff();

        for (int n = 0; n < MANY; n++) {
            assertThat(send(method, path, Map.of()).isOk()).isTrue();
        }
        assertThat(one.reached).as("asked until it failed").hasPositiveValue();
    }

    @Test
    void repeatsAPostThatHasAKey() {
        one.breakOff();

        assertThat(send("POST", "/v1/tweets", Map.of("Idempotency-Key", "k")).isOk()).isTrue();
        assertThat(send("POST", "/v1/tweets", Map.of("Idempotency-Key", "l")).isOk()).isTrue();
        assertThat(one.reached).hasPositiveValue();
    }

    @Test
    void neverSendsAPostTwiceThatHasNone() {
        one.breakOff();
        other.breakOff();

        assertThatThrownBy(() -> send("POST", "/v1/tweets", Map.of())).isInstanceOf(NoAnswerException.class);

        assertThat(one.reached.get() + other.reached.get()).isEqualTo(1);
    }

    @Test
    void leavesAGatewayThatHangsForAnother() {
        one.manners = exchange -> over.await();

        for (int n = 0; n < MANY; n++) {
            assertThat(send("GET", "/v1/timeline", Map.of()).isOk()).isTrue();
        }
        assertThat(one.reached).as("asked once, then left alone").hasValue(1);
        assertThat(tries).as("told one by one").hasSize(MANY + 1);
        assertThat(tries.stream().filter(took -> took.toMillis() >= 900)).as("given up").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting", "leaving", "late"})
    void losesNothingByAGatewayThatTakesNoRequestsNow(String why) {
        one.refuse(why);

        for (int n = 0; n < MANY; n++) {
            assertThat(send(n % 2 == 0 ? "GET" : "POST", "/v1/tweets", Map.of()).isOk()).isTrue();
        }
        assertThat(one.reached).as("asked once, then left alone").hasValue(1);
    }

    @Test
    void passesOnWhatTheLastGatewayRefusedWith() {
        one.refuse("starting");
        other.refuse("leaving");

        assertThat(send("POST", "/v1/tweets", Map.of()).status()).isEqualTo(503);
    }

    @Test
    void doesNotAnswerOverloadWithMoreRequests() {
        one.refuse("overloaded");
        other.refuse("overloaded");

        assertThat(send("GET", "/v1/timeline", Map.of()).status()).isEqualTo(503);
        assertThat(one.reached.get() + other.reached.get()).isEqualTo(1);
    }

    @Test
    void saysWhenNobodyAnswers() {
        one.die();
        other.breakOff();

        assertThatThrownBy(() -> send("GET", "/v1/timeline", Map.of())).isInstanceOf(NoAnswerException.class);
        assertThatThrownBy(() -> send("POST", "/v1/tweets", Map.of())).isInstanceOf(NoAnswerException.class);
    }
}
