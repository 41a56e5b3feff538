package timeline.tweet.config;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import timeline.id.UserId;

/** Answers {@code GET /internal/v1/users/{id}} as the follow-service does. */
final class FollowServiceStub implements AutoCloseable {
    private final HttpServer server;

    FollowServiceStub(UserId... users) {
        Set<UserId> known = Set.of(users);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/internal/v1/users/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            UserId user = UserId.parse(path.substring(path.lastIndexOf('/') + 1));
            boolean authorised = exchange.getRequestHeaders().containsKey("Authorization");
            byte[] body = ("{\"user_id\":" + user + ",\"username\":\"user" + user + "\",\"newer_field\":1}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(authorised ? known.contains(user) ? 200 : 404 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
