package timeline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept between two calls, and what must not be: whatever would make the next call fail, or give it another one's answer. */
class KeptConnectionsTest {
    private static final String DONE = "HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\n";
    private static final CompletableFuture<Boolean> NEVER = new CompletableFuture<>();

    private final AtomicLong nanos = new AtomicLong();
    private final HttpTransport transport = new HttpTransport(Duration.ofSeconds(5), (service, header) -> {},
            nanos::get);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private ServerSocket server;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void oneConnectionServesOneCallAfterAnother() throws Exception {
        Future<Socket> only = served(DONE + "{}", DONE + "[]");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("{}");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("[]");
        only.get().close();
    }

    @Test
    void aPostIsNotSentDownAConnectionThatTheOtherSideHasEnded() throws Exception {
        Future<Socket> first = served(DONE + "{}");
        body(UpstreamRequest.get("/"));
        first.get().close();
        serve(DONE + "[]");
        assertThat(body(UpstreamRequest.post("/"))).isEqualTo("[]");
    }

    @Test
    void aWordThatNobodyAskedForIsNotTakenForTheNextAnswer() throws Exception {
        serve(DONE + "{}" + DONE + "no");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("{}");
        serve(DONE + "[]");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("[]");
    }

    @Test
    void aWordThatComesLaterIsNotEither() throws Exception {
        Future<Socket> first = served(DONE + "{}");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("{}");
        write(first.get(), DONE + "no");
        serve(DONE + "[]");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("[]");
    }

    @Test
    void aConnectionIsNotKeptForAsLongAsTheServiceKeepsIt() throws Exception {
        serve(DONE + "{}", DONE + "{}", "never asked");
        body(UpstreamRequest.get("/"));
        nanos.addAndGet(KeptConnections.IDLE.toNanos());
        body(UpstreamRequest.get("/"));
        nanos.addAndGet(KeptConnections.IDLE.toNanos() + 1);
        serve(DONE + "[]");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("[]");
    }

    @Test
    void whatNobodyUsesIsEndedWhenItsTimeHasCome() throws Exception {
        Future<Socket> first = served(DONE + "{}", DONE + "[]");
        body(UpstreamRequest.get("/"));
        transport.lookAfterIdle();
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("[]");
        nanos.addAndGet(KeptConnections.IDLE.toNanos() + 1);
        transport.lookAfterIdle();
        assertThat(first.get().getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void theOneOnWhichTheServiceSaysGoodbyeIsNotKept() throws Exception {
        serve("HTTP/1.1 200 \r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}", "never asked");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("{}");
        serve(DONE + "[]");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("[]");
    }

    @Test
    void answersWithoutABodyLeaveTheirConnectionClean() throws Exception {
        serve("HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\n", "HTTP/1.1 204 \r\n\r\n",
                "HTTP/1.1 304 \r\nETag: \"7\"\r\n\r\n", "HTTP/1.1 100 \r\n\r\n" + DONE + "{}");
        assertThat(send(UpstreamRequest.of("HEAD", "/", Map.of(), null)).bytes()).isEmpty();
        assertThat(send(UpstreamRequest.delete("/")).status()).isEqualTo(204);
        assertThat(send(UpstreamRequest.get("/")).header("etag")).hasValue("\"7\"");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("{}");
    }

    @Test
    void anAnswerInPiecesIsPutTogether() throws Exception {
        serve("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", DONE + "[]");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("{}");
        assertThat(body(UpstreamRequest.get("/"))).isEqualTo("[]");
    }

    @Test
    void anAnswerThatBreaksOffIsNone() throws Exception {
        Future<Socket> first = served("HTTP/1.1 200 \r\nContent-Length: 3\r\n\r\n{}");
        threads.execute(() -> close(first));
        assertThatThrownBy(() -> send(UpstreamRequest.get("/"))).isInstanceOf(IOException.class)
                .isNotInstanceOf(NotConnectedException.class);
    }

    @Test
    void anAnswerWithoutEndIsNone() {
        serve("HTTP/1.1 200 \r\nContent-Length: 99999999999\r\n\r\n{}");
        assertThatThrownBy(() -> send(UpstreamRequest.get("/"))).hasMessageContaining("99999999999 bytes");
        serve("HTTP/1.1 200 \r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n");
        assertThatThrownBy(() -> send(UpstreamRequest.get("/"))).hasMessageStartingWith("Maximum ");
        serve("HTTP/1.1 200 \r\n" + "X-Many: 1\r\n".repeat(1_000) + "\r\n");
        assertThatThrownBy(() -> send(UpstreamRequest.get("/"))).hasMessageStartingWith("Maximum ");
    }

    @Test
    void anotherProtocolsWordIsNoAnswer() throws Exception {
        Future<Socket> first = served("+PONG\r\n\r\n");
        threads.execute(() -> close(first));
        assertThatThrownBy(() -> send(UpstreamRequest.get("/"))).isInstanceOf(IOException.class)
                .isNotInstanceOf(NotConnectedException.class);
    }

    @Test
    void whoeverWaitsWhenTheTransportIsClosedEnds() throws Exception {
        Future<Socket> asked = served("");
        Future<UpstreamResponse> answer = threads.submit(() -> send(UpstreamRequest.get("/")));
        asked.get();
        transport.close();
        assertThatThrownBy(answer::get).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(UpstreamRequest.get("/"))).isInstanceOf(IOException.class);
    }

    @Test
    void whoeverIsInterruptedEndsAndStaysInterrupted() throws Exception {
        Future<Socket> asked = served("");
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                send(UpstreamRequest.get("/"));
            } catch (IOException ended) {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        asked.get();
        caller.interrupt();
        assertThat(interrupted.get()).isTrue();
    }

    /** Accepts one connection, and answers its questions in turn. */
    private void serve(String... answers) {
        var _ = served(answers);
    }

    /** The same; done when it has given the last answer. */
    private Future<Socket> served(String... answers) {
        return threads.submit(() -> {
            Socket socket = server.accept();
            BufferedReader questions = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String answer : answers) {
                for (String line = questions.readLine(); line != null && !line.isEmpty();) {
                    line = questions.readLine();
                }
                write(socket, answer);
            }
            return socket;
        });
    }

    private static void write(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static void close(Future<Socket> socket) {
        try {
            socket.get().close();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private String body(UpstreamRequest request) throws IOException {
        return new String(send(request).bytes(), StandardCharsets.UTF_8);
    }

    private UpstreamResponse send(UpstreamRequest request) throws IOException {
        return transport.send("other", URI.create("http://127.0.0.1:" + server.getLocalPort()), request,
                Duration.ofMinutes(1), NEVER);
    }
}
