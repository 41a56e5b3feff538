package timeline.stores.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import timeline.stores.EmbeddedStore;
import timeline.stores.Folders;
import timeline.stores.Installation;
import timeline.stores.Launch;

/**
 * One node of the Redis Cluster. Alone it is only a node: {@link RedisClusterFormation} makes six of them a cluster.
 *
 * @param port the cluster's bus listens 10,000 above it
 * @param maxMemory in Redis's own notation, such as {@code 256mb}; beyond it the least frequently used keys go
 * @param users who may do what; written anew at each start
 */
public record RedisNode(Installation installation, String name, int port, Path directory, Path log,
        String maxMemory, RedisUsers users) implements EmbeddedStore {
    private static final String USERS = "users.acl";
    private static final String ACCESS = "access.conf";
    private static final int BUS_OFFSET = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Override
    public List<Integer> ports() {
        return List.of(port, port + BUS_OFFSET);
    }

    @Override
    public Launch prepare() throws IOException {
        Path server = RedisBinary.unpack(installation);
        Path data = Folders.createPrivate(Folders.createPrivate(directory).resolve("data"));
        Folders.writePrivately(data.resolve(USERS), users.aclFile());
        Folders.writePrivately(data.resolve(ACCESS), users.settings(USERS));
        // The settings with a password in them are a file: anybody can read a process's arguments.
        List<String> command = new ArrayList<>(
                List.of(server.toString(), ACCESS, "--port", Integer.toString(port), "--bind",
                        "127.0.0.1", "--dir", data.toString(), "--daemonize", "no"));
        command.addAll(settings(maxMemory));
        return new Launch(command, Map.of(), data, log);
    }

    /** The arguments that make a server a node of our cluster, wherever it runs. */
    public static List<String> settings(String maxMemory) {
        return List.of("--cluster-enabled", "yes",
                // A node that is gone is declared so after 2 s; below 1 s a busy machine causes false failovers.
                "--cluster-node-timeout", "2000",
                // One lost shard must not take the others' timelines with it.
                "--cluster-require-full-coverage", "no",
                // A primary that is cut off from most of the others may have been replaced, and says nothing any more (ADR 0027).
                "--cluster-allow-reads-when-down", "no",
                // With 0 a replica always tries to take over, however long it was cut off: availability first, the
                // timelines are rebuilt from the database.
                "--cluster-replica-validity-factor", "0",
                // Without persistence a primary that restarts at once comes back empty and empties its replica.
                "--appendonly", "yes", "--appendfsync", "everysec", "--save", "", "--maxmemory", maxMemory,
                "--maxmemory-policy", "allkeys-lfu");
    }

    /** Who may do what is read at the start. */
    @Override
    public String settingsVersion() {
        return ", rules " + Integer.toHexString(RedisUsers.RULES.hashCode());
    }

    @Override
    public boolean isReady() {
        return answers(port, users.login(RedisUsers.OPERATOR));
    }

    /** Whether a node that has loaded its data answers on this loopback port. */
    public static boolean answers(int port, RedisLogin login) {
        try (RedisConnection connection = RedisConnection.open(port, PATIENCE, login)) {
            return connection.call("PING").equals("PONG");
        } catch (IOException downOrLoading) {
            return false;
        }
    }
}
