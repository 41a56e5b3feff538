package timeline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final CompletableFuture<Boolean> NEVER = new CompletableFuture<>();

    private final HttpTransport transport = new HttpTransport(Duration.ofMillis(300),
            (service, header) -> header.accept("X-Every-Call", "to " + service), System::nanoTime);
    private final Map<String, List<String>> seen = new ConcurrentHashMap<>();
    private HttpServer server;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.putAll(exchange.getRequestHeaders());
            seen.put("target", List.of(exchange.getRequestMethod() + " " + exchange.getRequestURI()));
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.sendResponseHeaders(201, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
    }

    @Test
    void carriesARequestThereAndAnAnswerBack() throws IOException {
        UpstreamResponse answer = transport.send("other", url,
                UpstreamRequest.put("/a?b=c%2Bd", Map.of("from_tweet_id", 5)).header("If-None-Match", "\"6\""), SECOND,
                NEVER);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("etag")).hasValue("\"7\"");
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"from_tweet_id\":5}");
        assertThat(seen.get("target")).containsExactly("PUT /a?b=c%2Bd");
        assertThat(seen.get("X-every-call")).containsExactly("to other");
        assertThat(seen.get("If-none-match")).containsExactly("\"6\"");
        assertThat(seen.get("Content-type")).containsExactly("application/json");
    }

    @Test
    void knowsWhenNothingWasSent() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + closed);
        assertThatThrownBy(() -> transport.send("other", nobody, UpstreamRequest.get("/"), SECOND, NEVER))
                .isInstanceOfSatisfying(NotConnectedException.class,
                        refused -> assertThat(refused.wasRefused()).isTrue());
    }

    @Test
    void givesUpWhenTheAnswerIsNotThereInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTimesOut(silent);
        }
    }

    @Test
    void givesUpWhenTheAnswerStopsHalfWay() throws IOException {
        try (ServerSocket half = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket client = half.accept()) {
                    client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".getBytes(
                            StandardCharsets.US_ASCII));
                    client.getInputStream().readAllBytes();
                } catch (IOException ended) {
                    // The caller has gone.
                }
            });
            assertTimesOut(half);
        }
    }

    @Test
    void givesUpWhenTheAnswerComesByTheByteAndHasNoEnd() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket client = dripping.accept()) {
                    client.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        client.getOutputStream().write('x');
                        LockSupport.parkNanos(20_000_000);
                    }
                } catch (IOException ended) {
                    // The caller has gone.
                }
            });
            assertTimesOut(dripping);
        }
    }

    @Test
    void endsAtOnceWhenItsAnswerIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Boolean> givenUp = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try (Socket client = silent.accept()) {
                    client.getInputStream().read();
                    givenUp.complete(true);
                    client.getInputStream().readAllBytes();
                } catch (IOException ended) {
                    // The caller has gone.
                }
            });
            assertTimesOut(silent, Duration.ofHours(1), givenUp);
        }
    }

    private void assertTimesOut(ServerSocket server) {
        assertTimesOut(server, Duration.ofMillis(200), NEVER);
    }

    private void assertTimesOut(ServerSocket server, Duration timeout, CompletableFuture<Boolean> givenUp) {
        URI instance = URI.create("http://127.0.0.1:" + server.getLocalPort());
        Throwable failure = catchThrowable(
                () -> transport.send("other", instance, UpstreamRequest.get("/"), timeout, givenUp));
        assertThat(failure).isInstanceOf(IOException.class).isNotInstanceOf(NotConnectedException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }
}
