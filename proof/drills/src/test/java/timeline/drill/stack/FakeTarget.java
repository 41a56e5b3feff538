package timeline.drill.stack;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import timeline.id.UserId;
import timeline.local.http.PullSet.Place;

/** Writes down what was done to it. Nodes 2, 4 and 5 of the cache are primaries. */
public class FakeTarget implements Target {
    public static final Set<String> PRIMARIES = Set.of("redis-2", "redis-4", "redis-5");

    public final List<String> done = new ArrayList<>();
    private final Set<String> away = new HashSet<>();
    private int starts;
    private long threshold = 10_000;

    @Override
    public List<URI> gateways() {
        return List.of(URI.create("http://127.0.0.1:1"));
    }

    @Override
    public List<String> instances(String service) {
        return List.of(service, service + "-2");
    }

    @Override
    public void kill(String component) {
        done.add("kill " + component);
        away.add(component);
    }

    @Override
    public void stop(String component) {
        done.add("stop " + component);
        away.add(component);
    }

    @Override
    public void pause(String component) {
        done.add("pause " + component);
        away.add(component);
    }

    @Override
    public void unpause(String component) {
        done.add("unpause " + component);
        away.remove(component);
    }

    @Override
    public void start(String component) {
        done.add("start " + component);
        away.remove(component);
    }

    @Override
    public void startAll(List<String> components) {
        done.add("start all of " + components.size());
        away.removeAll(components);
        starts++;
    }

    @Override
    public Map<String, String> processes() {
        return Map.of("gateway", "1", "redis-1", Integer.toString(starts));
    }

    @Override
    public boolean isRunning(String component) {
        return !away.contains(component);
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

    @Override
    public String redis(String component, String... command) {
        return switch (command[0]) {
            case "INFO" -> PRIMARIES.contains(component) ? "# Replication role:master" : "# Replication role:slave";
            case "DBSIZE" -> "3";
            case "FLUSHALL" -> {
                done.add("empty " + component);
                yield "OK";
            }
            default -> throw new AssertionError(command[0]);
        };
    }
}
