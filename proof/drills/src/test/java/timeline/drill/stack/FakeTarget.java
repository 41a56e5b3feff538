package timeline.drill.stack;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import timeline.id.UserId;
import timeline.local.http.PullSet.Place;

/** Writes down what was done to it. Nodes 2, 4 and 5 of the cache are primaries. */
public class FakeTarget implements Target {
    public static final Set<String> PRIMARIES = Set.of("redis-2", "redis-4", "redis-5");

    public final List<String> done = new ArrayList<>();
    private long threshold = 10_000;

    @Override
    public URI gateway() {
        return URI.create("http://127.0.0.1:1");
    }

    @Override
    public void kill(String component) {
        done.add("kill " + component);
    }

    @Override
    public void start(String component) {
        done.add("start " + component);
    }

    @Override
    public boolean isRunning(String component) {
        return true;
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
