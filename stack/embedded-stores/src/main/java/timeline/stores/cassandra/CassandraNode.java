package timeline.stores.cassandra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import timeline.stores.EmbeddedStore;
import timeline.stores.Folders;
import timeline.stores.Installation;
import timeline.stores.Jvm;
import timeline.stores.Launch;
import timeline.stores.Surroundings;

/**
 * One Cassandra node of data centre {@value #DATACENTER}, in which an acknowledged write is on disk. It needs no marker for its
 * creation: killed at any moment of its first start, it starts again on what is there.
 */
public record CassandraNode(Installation installation, int port, int storagePort, Path directory, Path log,
        Jvm jvm) implements EmbeddedStore {
    public static final String DATACENTER = "datacenter1";
    /** 128 dies under a burst of large values, 192 does not. */
    public static final int HEAP_MEGABYTES = 256;

    /** 1 ms: how late the kernel may wake one of its threads that waits for a time. Its idle workers else wait for 10 µs, again and again (ADR 31). */
    private static final int TIMER_SLACK_NANOS = 1_000_000;
    /** Threads have the slack of their process. Without /proc, as on a Mac, it is left as it is. */
    private static final String WITH_TIMER_SLACK = "{ echo " + TIMER_SLACK_NANOS
            + " >/proc/self/timerslack_ns; } 2>/dev/null; exec \"$@\"";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "cassandra";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, storagePort);
    }

    @Override
    public Launch prepare() throws IOException {
        String classPath = installation.classPath("cassandra");
        Path data = Files.createDirectories(Folders.createPrivate(directory).resolve("data"));
        Path yaml = Files.writeString(directory.resolve("cassandra.yaml"), CassandraYaml.of(port, storagePort, data));
        List<String> command = new ArrayList<>(List.of(installation.java().toString()));
        command.addAll(jvm.flags());
        command.addAll(Surroundings.fresh(directory.resolve("tmp")).flags());
        command.addAll(CassandraFlags.of(yaml, data));
        command.add(Jvm.ownLog(directory, log));
        command.addAll(List.of("-cp", classPath, "org.apache.cassandra.service.CassandraDaemon"));
        return withTimerSlack(new Launch(command, Map.of(), directory, log));
    }

    static Launch withTimerSlack(Launch launch) {
        return launch.through("sh", "-c", WITH_TIMER_SLACK, "cassandra");
    }

    @Override
    public boolean isReady() {
        return answers(port);
    }

    /** Whether a node answers a query on this loopback port. */
    public static boolean answers(int port) {
        try (CqlConnection connection = CqlConnection.open(port, PATIENCE)) {
            return !connection.query("SELECT release_version FROM system.local").isEmpty();
        } catch (IOException downOrStarting) {
            return false;
        }
    }
}
