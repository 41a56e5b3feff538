package timeline.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import timeline.edge.Serving;

/** An instance of a service: remembers what it was asked, and answers what it was told to. */
final class StubService implements AutoCloseable {
    /** A request as it arrived; whether it serves is asked besides, and answered as all else. */
    record Seen(String method, String target, Map<String, List<String>> headers, String body) {
        /** The first header of a name, whose first letter alone is in upper case; empty when there is none. */
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** What to answer. */
    record Answer(int status, String contentType, String body) {
        static Answer ok(String body) {
            return new Answer(200, "application/json", body);
        }
    }

    /** Decides on the answer; may block to play a slow instance. */
    @FunctionalInterface
    interface Script {
        Answer answer(Seen request) throws Exception;
    }

    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Script script = request -> Answer.ok("{}");

    StubService() throws IOException {
        this(0);
    }

    StubService(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    StubService answering(Script next) {
        script = next;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Seen request = new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!request.target().equals(Serving.PATH)) {
            seen.add(request);
        }
        try (exchange) {
            Answer answer = script.answer(request);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Server-Timing", "cache;dur=1.0");
            boolean head = request.method().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head || answer.status() == 204 ? -1 : body.length);
            if (!head && answer.status() != 204) {
                exchange.getResponseBody().write(body);
            }
        } catch (Exception scripted) {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
