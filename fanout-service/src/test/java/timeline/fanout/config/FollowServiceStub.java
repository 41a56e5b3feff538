package timeline.fanout.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import timeline.deadline.Deadline;
import timeline.fanout.Audience;
import timeline.fanout.FollowerPage;
import timeline.fanout.GraphUnavailableException;
import timeline.fanout.InMemoryFollowGraph;
import timeline.fanout.PulledAuthor;
import timeline.id.TweetId;
import timeline.id.UserId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The follow-service's internal API in front of a graph in memory, as its documents describe it. */
public final class FollowServiceStub implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final InMemoryFollowGraph graph;
    private final HttpServer server;
    private final Set<Long> settled = ConcurrentHashMap.newKeySet();
    private final List<ObjectNode> owed = new CopyOnWriteArrayList<>();

    public FollowServiceStub(InMemoryFollowGraph graph) {
        this.graph = graph;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** An answer; the body is empty for none. */
    private record Answer(int status, String body) {}

    private void serve(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            String token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
            answer = token.startsWith("Bearer ") ? answer(exchange) : new Answer(401, "");
        } catch (GraphUnavailableException outage) {
            answer = new Answer(503, "");
        }
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        // "", internal, v1, users or pulled-authors, id, and perhaps more
        List<String> path = List.of(exchange.getRequestURI().getPath().split("/", -1));
        String call = exchange.getRequestMethod() + " " + path.get(3) + (path.size() > 5 ? " " + path.get(5) : "");
        if (path.get(3).equals("owed-backfills")) {
            return exchange.getRequestMethod().equals("GET")
                    ? late()
                    : settled(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        UserId author = UserId.parse(path.get(4));
        return switch (call) {
            case "GET users followers" -> followers(author, query(exchange));
            case "PUT pulled-authors" -> enter(author, new String(exchange.getRequestBody().readAllBytes(),
                    StandardCharsets.UTF_8));
            case "POST pulled-authors leave" -> leave(author);
            case "DELETE pulled-authors" -> new Answer(
                    graph.remove(author, Long.parseLong(query(exchange).getOrDefault("epoch", "")),
                            Deadline.current()) ? 204 : 409,
                    "");
            default -> new Answer(404, "");
        };
    }

    /** A follow that nobody has brought for half a minute, until it is settled. */
    public void owe(UserId follower, UserId author, long number) {
        owed.add(JSON.createObjectNode().put("follower_id", follower.value()).put("author_id", author.value())
                .put("number", number));
    }

    private Answer late() {
        ObjectNode body = JSON.createObjectNode();
        owed.stream().filter(entry -> !settled.contains(entry.path("number").asLong()))
                .forEach(entry -> body.withArray("backfills").add(entry));
        body.withArray("backfills");
        return new Answer(200, body.toString());
    }

    private Answer settled(String body) {
        JSON.readTree(body).path("backfills").forEach(entry -> settled.add(entry.path("number").asLong()));
        return new Answer(204, "");
    }

    /** The numbers of the follows whose backfills have been settled. */
    public Set<Long> settled() {
        return settled;
    }

    private Answer followers(UserId author, Map<String, String> query) {
        long after = Long.parseLong(query.getOrDefault("after", ""));
        FollowerPage page = graph.page(author, after == 0 ? Optional.empty() : Optional.of(new UserId(after)),
                Integer.parseInt(query.getOrDefault("limit", "")), Deadline.current());
        ObjectNode body = JSON.createObjectNode();
        page.followers().forEach(follower -> body.withArray("followers").add(follower.value()));
        body.withArray("followers");
        body.put("next", page.next().map(UserId::value).orElse(null));
        Audience audience = page.audience();
        ObjectNode decision = body.putObject("audience").put("follower_count", audience.followers())
                .put("threshold", audience.threshold());
        decision.put("pulled_from", audience.pulled().map(pulled -> pulled.from().value()).orElse(null));
        decision.put("pulled_until", audience.pulled().flatMap(PulledAuthor::until).map(TweetId::value).orElse(null));
        decision.put("epoch", audience.pulled().map(PulledAuthor::epoch).orElse(null));
        return new Answer(200, body.toString());
    }

    private Answer enter(UserId author, String body) {
        graph.enter(author, new TweetId(JSON.readTree(body).path("from_tweet_id").asLong()), Deadline.current());
        return pulled(graph.pulled(author).orElseThrow());
    }

    private Answer leave(UserId author) {
        graph.beginWayOut(author, Deadline.current());
        return graph.pulled(author).map(FollowServiceStub::pulled).orElse(new Answer(404, ""));
    }

    private static Answer pulled(PulledAuthor author) {
        return new Answer(200, JSON.createObjectNode().put("pulled_from", author.from().value())
                .put("epoch", author.epoch()).toString());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getQuery().split("&", -1)).map(pair -> pair.split("=", -1))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
