package timeline.testkit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import timeline.testkit.RedisClusterStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import timeline.stores.EmbeddedStore;
import timeline.stores.Installation;
import timeline.stores.Jvm;
import timeline.stores.StoreFailedException;
import timeline.stores.cassandra.CassandraNode;
import timeline.stores.kafka.KafkaBroker;
import timeline.stores.postgres.PostgresRole;
import timeline.stores.postgres.PostgresServer;
import timeline.stores.redis.RedisNode;
import timeline.testkit.Await;
import timeline.testkit.FreePorts;

/** What can go wrong when a store is started for the first time. */
class FirstStartIT {
    private static final Reaper REAPER = Reaper.start();
    private static final Jvm JVM = new Jvm(CassandraNode.HEAP_MEGABYTES, Jvm.Compilation.QUICK);

    private static final PostgresRole ROLE = new PostgresRole(() -> "firstpassword", false);

    private final Installation installation = Installation.fromSystemProperty();

    @AfterAll
    static void stopAll() {
        REAPER.close();
    }

    @Test
    void namesTheHolderOfATakenPort() throws IOException {
        int port = FreePorts.nextForRedis();
        RedisNode redis = new RedisNode(installation, "redis-1", port, folder("taken"), log("taken"), "64mb",
                RedisClusterStore.USERS);
        // The bus's port is as necessary as the clients'.
        try (ServerSocket bus = new ServerSocket(port + 10_000, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(new EmbeddedNode(redis, REAPER)::start).isInstanceOf(StoreFailedException.class)
                    .hasMessageContaining("port " + bus.getLocalPort() + " of redis-1 is taken by process "
                            + ProcessHandle.current().pid() + " (");
        }
    }

    @Test
    void showsTheEndOfTheLogOfAStoreThatDiesWhileStarting() throws IOException {
        RedisNode redis = new RedisNode(installation, "redis-1", FreePorts.nextForRedis(), folder("dies"), log("dies"),
                "not-a-size", RedisClusterStore.USERS);
        long start = System.nanoTime();
        assertThatThrownBy(new EmbeddedNode(redis, REAPER)::start).isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("redis-1 ended while it was starting").hasMessageContaining("maxmemory");
        assertThat(System.nanoTime() - start).as("at once, not at a time-out").isLessThan(TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    void beginsPostgresAgainWhenItsCreationWasCutShort() throws IOException {
        PostgresServer postgres = new PostgresServer(installation, FreePorts.next(), folder("postgres"),
                log("postgres"), ROLE);
        Path half = Files.createDirectories(postgres.directory().resolve("data/base"));
        startsAndStops(postgres);
        assertThat(half.resolveSibling("PG_VERSION")).exists();
    }

    @Test
    void runsPostgresInARepositoryBelowAPrivateFolderAlsoAsRoot() throws IOException {
        Path home = folder("private-home");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        Path repository = Files.createDirectory(home.resolve("repository"));
        Files.createSymbolicLink(repository.resolve("stack"), installation.root().resolve("stack"));
        startsAndStops(
                new PostgresServer(new Installation(repository), FreePorts.next(), repository.resolve("postgres"),
                        log("private-home"), ROLE));
    }

    @Test
    void removesTheLockOfAKilledPostgresButNeverThatOfALivingOne() throws IOException {
        PostgresServer postgres = new PostgresServer(installation, FreePorts.next(), folder("locked"), log("locked"),
                ROLE);
        EmbeddedNode node = new EmbeddedNode(postgres, REAPER);
        node.start();
        // A second server on the same data would destroy it.
        assertThatThrownBy(postgres::prepare).isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("already runs");
        node.kill();
        node.start();
        node.stop();
    }

    @Test
    void takesANewPasswordAndForgetsTheOldOne() throws IOException {
        PostgresServer before = new PostgresServer(installation, FreePorts.next(), folder("changed"), log("changed"),
                ROLE);
        startsAndStops(before);
        PostgresServer after = new PostgresServer(installation, before.port(), before.directory(), before.log(),
                new PostgresRole(() -> "secondpassword", false));
        EmbeddedNode node = new EmbeddedNode(after, REAPER);
        node.start();
        assertThat(after.isReady()).isTrue();
        assertThat(before.isReady()).as("with the old password").isFalse();
        node.stop();
    }

    @Test
    void refusesDataOfAPostgresThatTrustedEverybody() throws IOException {
        PostgresServer postgres = new PostgresServer(installation, FreePorts.next(), folder("old"), log("old"), ROLE);
        postgres.prepare();
        Files.delete(postgres.directory().resolve("role"));
        assertThatThrownBy(postgres::prepare).isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("older stack").hasMessageContaining("down --volumes");
    }

    @Test
    void formatsKafkaAgainWhenThatWasCutShort() throws IOException {
        KafkaBroker kafka = new KafkaBroker(installation, FreePorts.next(), FreePorts.next(), folder("kafka"),
                log("kafka"),
                JVM);
        Files.createDirectories(kafka.directory().resolve("data"));
        Files.writeString(kafka.directory().resolve("data/meta.properties"), "version=1\n");
        startsAndStops(kafka);
    }

    @Test
    void startsCassandraOnWhatAKilledFirstStartLeft() throws IOException {
        CassandraNode cassandra = new CassandraNode(installation, FreePorts.next(), FreePorts.next(),
                folder("cassandra"),
                log("cassandra"), JVM);
        EmbeddedNode node = new EmbeddedNode(cassandra, REAPER);
        node.launch();
        Path commitLog = cassandra.directory().resolve("data/commitlog");
        Await.that("it has begun to write", () -> Files.isDirectory(commitLog) && !isEmpty(commitLog));
        node.kill();
        startsAndStops(cassandra);
    }

    private static void startsAndStops(EmbeddedStore store) {
        EmbeddedNode node = new EmbeddedNode(store, REAPER);
        node.start();
        node.stop();
        assertThat(store.isReady()).isFalse();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(REAPER.folder().resolve(name));
    }

    private static Path log(String name) {
        return REAPER.folder().resolve(name + ".log");
    }
}
