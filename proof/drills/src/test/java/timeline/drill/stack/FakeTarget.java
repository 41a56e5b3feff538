package timeline.drill.stack;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import timeline.id.UserId;
import timeline.local.http.PullSet.Place;
import timeline.stores.redis.RedisUsers;

/** Writes down what was done to it. Nodes 2, 4 and 5 of the cache are primaries, of a third of the slots each; 1, 3 and 6 are their replicas. */
public class FakeTarget implements Target {
    private static final Set<String> STORES = Set.of("kafka", "cassandra");
    public static final Set<String> PRIMARIES = Set.of("redis-2", "redis-4", "redis-5");

    public final List<String> done = new ArrayList<>();
    /** Why no link can be broken, if so. */
    public @Nullable String wholeLinks;
    private final Map<String, State> away = new HashMap<>();
    private int starts;
    private long threshold = 10_000;

    @Override
    public List<URI> gateways() {
        return List.of(URI.create("http://127.0.0.1:1"));
    }

    @Override
    public List<String> instances(String service) {
        return STORES.contains(service)
                ? List.of(service, service + "-2", service + "-3")
                : List.of(service, service + "-2");
    }

    @Override
    public void kill(String component) {
        done.add("kill " + component);
        away.put(component, State.GONE);
    }

    @Override
    public void stop(String component) {
        done.add("stop " + component);
        away.put(component, State.GONE);
    }

    @Override
    public void pause(String component) {
        done.add("pause " + component);
        away.put(component, State.FROZEN);
    }

    @Override
    public void unpause(String component) {
        done.add("unpause " + component);
        away.remove(component);
    }

    @Override
    public Optional<String> whyLinksStayWhole() {
        return Optional.ofNullable(wholeLinks);
    }

    @Override
    public void link(String component, Link link) {
        switch (link) {
            case WHOLE -> {
                done.add("join " + component);
                away.remove(component);
            }
            case LOSSY -> {
                done.add("lose " + component);
                away.put(component, State.LOSING);
            }
            case CUT -> {
                done.add("cut " + component);
                away.put(component, State.CUT_OFF);
            }
        }
    }

    @Override
    public String startingTwoOfEach() {
        return "start two";
    }

    @Override
    public void start(List<String> components) {
        done.add("start " + String.join(" ", components));
        components.forEach(away::remove);
    }

    @Override
    public void startAll(List<String> components) {
        done.add("start all of " + components.size());
        components.forEach(away::remove);
        starts++;
    }

    @Override
    public Map<String, String> processes() {
        return Map.of("gateway", "1", "redis-1", Integer.toString(starts));
    }

    @Override
    public State state(String component) {
        return away.getOrDefault(component, State.RUNNING);
    }

    @Override
    public long threshold() {
        return threshold;
    }

    @Override
    public void threshold(long followers) {
        threshold = followers;
        done.add("threshold " + followers);
    }

    @Override
    public Place place(UserId author) {
        return Place.OUT;
    }

    private static String clusterNodes(String component) {
        return switch (component) {
            case "redis-2" -> "n2 127.0.0.1:17002@27002 myself,master - 0 0 1 connected 0-5460";
            case "redis-4" -> "n4 127.0.0.1:17004@27004 myself,master - 0 0 2 connected 5461-10922";
            case "redis-5" -> "n5 127.0.0.1:17005@27005 myself,master - 0 0 3 connected 10923-16383";
            case "redis-1" -> "n1 127.0.0.1:17001@27001 myself,slave n2 0 0 1 connected";
            case "redis-3" -> "n3 127.0.0.1:17003@27003 myself,slave n4 0 0 2 connected";
            default -> "n6 127.0.0.1:17006@27006 myself,slave n5 0 0 3 connected";
        };
    }

    /** Users 1, 2 and 3 are in the three shards; and so on. */
    private static String keySlot(String key) {
        return Long
                .toString(Long.parseLong(key.substring(RedisUsers.TIMELINES.length())) % PRIMARIES.size() * 6_000 + 1);
    }

    @Override
    public String redis(String component, String... command) {
        return switch (command[0]) {
            case "INFO" -> PRIMARIES.contains(component) ? "# Replication role:master" : "# Replication role:slave";
            case "DBSIZE" -> "3";
            case "FLUSHALL" -> {
                done.add("empty " + component);
                yield "OK";
            }
            case "CLUSTER" -> command[1].equals("NODES") ? clusterNodes(component) : keySlot(command[2]);
            default -> throw new AssertionError(command[0]);
        };
    }
}
