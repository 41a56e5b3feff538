package timeline.home.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import timeline.calls.UpstreamSettings;
import timeline.calls.Upstreams;
import timeline.deadline.Deadline;
import timeline.home.bodies.Deletions;
import timeline.home.bodies.Deletions.Mark;
import timeline.home.bodies.Deletions.Told;
import timeline.home.bodies.DeletionsContract;
import timeline.home.bodies.DeletionsUnavailableException;
import timeline.home.bodies.InMemoryDeletions;
import timeline.id.TweetId;
import timeline.testkit.settings.SettingsContract;

/** Against two servers that answer as the tweet-service's API describes it; one that is silent says that it can't serve. */
class TweetServiceDeletionsTest implements DeletionsContract {
    private final InMemoryDeletions instances = new InMemoryDeletions("one", "two");
    private final Map<String, HttpServer> servers = new TreeMap<>();
    private @Nullable Upstreams upstreams;
    private @Nullable Deletions deletions;

    @BeforeEach
    void start() throws IOException {
        for (String instance : instances.instances()) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/v1/deletions", exchange -> answer(instance, exchange));
            server.start();
            servers.put(instance, server);
        }
        String urls = servers.keySet().stream().map(this::nameOf).collect(Collectors.joining(","));
        Upstreams made = new Upstreams(Map.of("timeline.tweet-service.urls", urls)::get,
                SettingsContract.of(UpstreamSettings.class).bind(Map.of()), (service, headers) -> {},
                new SimpleMeterRegistry());
        upstreams = made;
        deletions = new TweetServiceDeletions(made.to("tweet-service").each());
    }

    @AfterEach
    void stop() {
        if (upstreams != null) {
            upstreams.close();
        }
        servers.values().forEach(server -> server.stop(0));
    }

    @Override
    public Deletions deletions() {
        return java.util.Objects.requireNonNull(deletions);
    }

    @Override
    public InMemoryDeletions instances() {
        return instances;
    }

    @Override
    public String nameOf(String instance) {
        return "http://127.0.0.1:" + java.util.Objects.requireNonNull(servers.get(instance)).getAddress().getPort();
    }

    private void answer(String instance, HttpExchange exchange) throws IOException {
        try (exchange) {
            Told told = instances.since(instance, mark(exchange.getRequestURI().getQuery()),
                    Deadline.in(Duration.ofSeconds(5), System::nanoTime));
            byte[] body = ("{\"epoch\":" + told.upTo().epoch() + ",\"newest\":" + told.upTo().newest()
                    + ",\"continues\":" + told.continues() + ",\"deleted\":[" + numbers(told.deleted())
                    + "],\"in_doubt\":[" + numbers(told.inDoubt()) + "]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (DeletionsUnavailableException silent) {
            exchange.sendResponseHeaders(503, -1);
        }
    }

    private static String numbers(List<TweetId> tweets) {
        return tweets.stream().map(TweetId::toString).collect(Collectors.joining(","));
    }

    private static Optional<Mark> mark(@Nullable String query) {
        if (query == null) {
            return Optional.empty();
        }
        String[] parts = query.split("[=&]", -1);
        return Optional.of(new Mark(Long.parseLong(parts[1]), Long.parseLong(parts[3])));
    }
}
