package timeline.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import timeline.local.Component;
import timeline.local.Stack;
import timeline.local.StackException;
import timeline.local.Status;
import timeline.stores.redis.RedisConnection;
import timeline.stores.redis.RedisLogin;

/** Reads what the components of a stack say of themselves, and what the operating system says of them. */
public final class StackMetrics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    public StackMetrics(Stack stack) {
        this.stack = stack;
    }

    /**
     * The sum of a Prometheus counter over all instances of a service and all its labels.
     *
     * @throws StackException when no instance exposes it: a figure that nobody counts must not read as 0
     */
    public double counter(String kind, String metric) throws InterruptedException {
        return exposition(kind).sum(metric)
                .orElseThrow(() -> new StackException(kind + " does not count " + metric));
    }

    /**
     * Everything that all instances of a service expose at this moment.
     *
     * @throws StackException when one of them does not answer
     */
    public Exposition exposition(String kind) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (Component instance : stack.components()) {
            if (instance.kind().equals(kind)) {
                scrape(instance).lines().forEach(lines::add);
            }
        }
        return new Exposition(lines);
    }

    /** The processor time that all components of a kind have used since they were started. */
    public Duration cpu(String kind) {
        return stack.status().stream().filter(status -> status.component().kind().equals(kind)).map(Status::vitals)
                .map(vitals -> vitals == null ? Duration.ZERO : vitals.cpu()).reduce(Duration.ZERO, Duration::plus);
    }

    /** The same for several kinds. */
    public CpuUse cpu(List<String> kinds) {
        return new CpuUse(kinds.stream().collect(Collectors.toMap(kind -> kind, this::cpu)));
    }

    /** The memory that the primaries of the cache hold data in, in bytes. */
    public long cacheBytes() {
        return primaries().stream().mapToLong(primary -> info(primary, "memory", "used_memory")).sum();
    }

    /** What each node of the cache says about itself ({@code INFO everything}). */
    public List<String> cacheInfo() {
        return nodes().map(node -> redis(node, "INFO", "everything")).toList();
    }

    /** Empties the cache. */
    public void wipeCache() {
        primaries().forEach(primary -> redis(primary, "FLUSHALL"));
    }

    @Override
    public void close() {
        http.close();
    }

    private List<Component> primaries() {
        return nodes().filter(node -> redis(node, "INFO", "replication").contains("role:master")).toList();
    }

    private Stream<Component> nodes() {
        return stack.components().stream().filter(component -> component.kind().equals("redis"));
    }

    private long info(Component node, String section, String field) {
        return redis(node, "INFO", section).lines().filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.substring(field.length() + 1).strip())).findFirst()
                .orElseThrow();
    }

    private String redis(Component node, String... command) {
        try (RedisConnection connection = RedisConnection.open(node.port(), PATIENCE,
                RedisLogin.operator(stack.redisPassword()))) {
            return connection.call(command);
        } catch (IOException unreachable) {
            throw new StackException(node.name() + " does not answer", unreachable);
        }
    }

    private String scrape(Component instance) throws InterruptedException {
        URI metrics = stack.management(instance.name()).resolve("/actuator/prometheus");
        try {
            return http.send(HttpRequest.newBuilder(metrics).timeout(PATIENCE).build(), BodyHandlers.ofString()).body();
        } catch (IOException unreachable) {
            throw new StackException(instance.name() + " does not show its metrics", unreachable);
        }
    }
}
