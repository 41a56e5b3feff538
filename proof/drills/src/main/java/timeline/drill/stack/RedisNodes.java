package timeline.drill.stack;

import java.util.List;
import java.util.stream.IntStream;

/** The nodes of the cache. */
public final class RedisNodes {
    private static final List<String> ALL = IntStream.rangeClosed(1, 6).mapToObj(n -> "redis-" + n).toList();

    private RedisNodes() {
    }

    public static List<String> primaries(Target target) {
        return ALL.stream().filter(node -> target.isRunning(node)
                && target.redis(node, "INFO", "replication").contains("role:master")).toList();
    }

    /** @return how many keys it had */
    public static long empty(Target target, String node) {
        long keys = Long.parseLong(target.redis(node, "DBSIZE"));
        // A fault that had no effect would make every system look good.
        String answer = target.redis(node, "FLUSHALL");
        if (!answer.equals("OK")) {
            throw new DrillException(node + " did not empty itself: " + answer);
        }
        return keys;
    }

    public static void killAPrimary(Target target) {
        target.kill(primaries(target).stream().findFirst()
                .orElseThrow(() -> new DrillException("no primary of the cache answers")));
    }

    public static void startWhatIsDown(Target target) {
        ALL.stream().filter(node -> !target.isRunning(node)).forEach(target::start);
    }
}
