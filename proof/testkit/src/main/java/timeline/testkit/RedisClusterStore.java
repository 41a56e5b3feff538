package timeline.testkit;

import timeline.stores.redis.RedisLogin;
import timeline.stores.redis.RedisUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import timeline.stores.redis.RedisClusterFormation;
import timeline.stores.redis.RedisConnection;

/** A Redis Cluster of three primaries and three replicas. */
public final class RedisClusterStore {
    /** Who may do what, as in every stack; each password is {@link #password}. */
    public static final RedisUsers USERS = new RedisUsers(RedisClusterStore::password);

    private static final int PRIMARIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FORMATION = Duration.ofMinutes(1);

    private final List<StoreNode> nodes;

    RedisClusterStore(List<StoreNode> nodes) {
        this.nodes = List.copyOf(nodes);
        awaitWhole();
    }

    /** {@code redis-1} to {@code redis-6}; which of them are primaries changes with failovers. */
    public List<StoreNode> nodes() {
        return nodes;
    }

    /** {@code host:port,host:port,...}: the value of {@code timeline.redis.nodes}. */
    public String addresses() {
        return nodes.stream().map(StoreNode::address).collect(Collectors.joining(","));
    }

    /** The operator, who may do what tests do. */
    public static RedisLogin operator() {
        return USERS.login(RedisUsers.OPERATOR);
    }

    /** Of a user of the test stores. */
    public static String password(String user) {
        return user + "-of-tests";
    }

    /** Deletes every key, on all primaries, and returns when it is done. All nodes must be up. */
    public void flush() {
        nodes.stream().filter(this::isPrimary).forEach(node -> call(node, "FLUSHALL", "SYNC"));
    }

    /** SIGKILL for all nodes. */
    public void kill() {
        nodes.forEach(StoreNode::kill);
    }

    /** Starts all nodes of a killed cluster at the same time, and returns when the cluster is whole. */
    public void start() {
        TestStores.together(nodes.stream().<Runnable>map(node -> node::start).toArray(Runnable[]::new));
        awaitWhole();
    }

    /** The living node that serves this key. */
    public StoreNode primaryOf(String key) {
        return Await.within(FORMATION).value("somebody serves " + key, () -> nodes.stream()
                .filter(node -> serves(node, key)).findFirst());
    }

    /** A living primary and its replicas: without them nobody has its slots. All nodes must be up. */
    public List<StoreNode> shardOf(StoreNode primary) {
        String id = call(primary, "CLUSTER", "MYID");
        return nodes.stream().filter(node -> call(node, "CLUSTER", "NODES").lines()
                .anyMatch(line -> line.contains("myself") && line.contains(id))).toList();
    }

    /** Returns when no other living node takes this one, which answers again, for gone: until then its replicas would take over. */
    public void awaitTrusted(StoreNode node) {
        Await.within(FORMATION).untilPasses(node.name() + " is not taken for gone", () -> {
            String id = call(node, "CLUSTER", "MYID");
            for (StoreNode other : nodes) {
                if (isGone(other, id)) {
                    throw new AssertionError(other.name());
                }
            }
        });
    }

    private static boolean isGone(StoreNode by, String id) {
        try {
            return call(by, "CLUSTER", "NODES").lines().anyMatch(line -> line.startsWith(id) && line.contains("fail"));
        } catch (UncheckedIOException doesNotSay) {
            return false;
        }
    }

    /** Returns when all nodes are up and in their places; mends a cluster that a test has broken. */
    public void awaitWhole() {
        try {
            new RedisClusterFormation(nodes.stream().map(StoreNode::port).toList(), PRIMARIES,
                    operator()).form(FORMATION);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private boolean isPrimary(StoreNode node) {
        return call(node, "INFO", "replication").contains("role:master");
    }

    /** A replica, or a primary of other slots, would send us elsewhere: an error in Redis's protocol. */
    private static boolean serves(StoreNode node, String key) {
        try {
            return !call(node, "EXISTS", key).isEmpty();
        } catch (UncheckedIOException downOrNotHere) {
            return false;
        }
    }

    private static String call(StoreNode node, String... command) {
        try (RedisConnection connection = RedisConnection.open(node.port(), PATIENCE, operator())) {
            return connection.call(command);
        } catch (IOException down) {
            throw new UncheckedIOException(node.name(), down);
        }
    }
}
