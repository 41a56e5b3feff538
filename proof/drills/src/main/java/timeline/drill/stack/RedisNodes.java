package timeline.drill.stack;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import timeline.id.UserId;
import timeline.stores.redis.ClusterView;
import timeline.stores.redis.RedisUsers;

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

    /** All nodes, whatever they are now. */
    public static List<String> all() {
        return ALL;
    }

    /** The nodes that have the same slots as this primary: its replicas first, itself last. */
    public static List<String> shard(Target target, String primary) {
        String id = myself(target, primary).id();
        return Stream.concat(
                ALL.stream().filter(target::isRunning).filter(node -> myself(target, node).primary().equals(id)),
                Stream.of(primary)).toList();
    }

    /** Whether a user's timeline is in the shard of this primary. */
    public static boolean holds(Target target, String primary, UserId user) {
        int slot = Integer
                .parseInt(target.redis(primary, "CLUSTER", "KEYSLOT", RedisUsers.TIMELINES + user.value()).strip());
        return myself(target, primary).slots().get(slot);
    }

    private static ClusterView.Member myself(Target target, String node) {
        return ClusterView.parse(target.redis(node, "CLUSTER", "NODES")).myself();
    }
}
