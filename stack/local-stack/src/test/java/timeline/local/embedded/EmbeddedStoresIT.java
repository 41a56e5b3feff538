package timeline.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.FileVisitResult;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.local.Settings;
import timeline.local.Status;
import timeline.local.Status.State;
import timeline.local.Terminal;
import timeline.stores.Installation;
import timeline.stores.redis.RedisConnection;
import timeline.stores.redis.RedisLogin;
import timeline.testkit.FreePorts;

/** The nine real stores as one stack, in a folder and on ports of their own. */
class EmbeddedStoresIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path parent;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final Terminal terminal = new Terminal(out, out, System::nanoTime);

    @AfterEach
    void stop() throws InterruptedException {
        launcher().down(true, terminal);
    }

    /** No store stumbles over a blank, a quote, a comma or letters beyond ASCII in its path. */
    private Path home() {
        return parent.resolve("l'été, 2 fois");
    }

    private EmbeddedStack launcher() {
        return launcher("");
    }

    /** @param names with what the stores' names begin that are there */
    private EmbeddedStack launcher(String names) {
        StackFolder folder = new StackFolder(Installation.fromSystemProperty().root(), home());
        Installation installation = new Installation(folder.root(), folder.home());
        return new EmbeddedStack(folder,
                (settings, where) -> Stores.of(installation, where, settings).stream()
                        .filter(store -> store.name().startsWith(names))
                        .<Blueprint>map(store -> new StoreBlueprint(store, settings.compiler())).toList(),
                (stack, settings, line) -> line.note("all stores are ready"));
    }

    @Test
    void storesAreStartedAdoptedKilledRepairedAndStopped() throws InterruptedException, IOException {
        Settings settings = new Settings(false, OptionalLong.empty(), 0, freePorts());
        EmbeddedStack stack = launcher();
        assertThat(stack.up(settings, terminal)).isTrue();
        assertThat(stack.status()).extracting(Status::state).containsOnly(State.RUNNING).hasSize(9);
        assertThat(redis(stack, "SET", "key", "kept")).isEqualTo("OK");
        assertThat(openToOthers(home().resolve("data"))).isEmpty();
        assertThat(openToOthers(home().resolve("secrets"))).isEmpty();

        // Another launcher sees the same processes, and has nothing to do.
        assertThat(launcher().up(Settings.DEFAULT, terminal)).isFalse();

        for (String name : List.of("postgres", "kafka", "cassandra", "redis-1")) {
            stack.kill(name, "KILL");
            assertThat(stack.status(name).state()).isEqualTo(State.EXITED);
        }
        assertThat(launcher().up(Settings.DEFAULT, terminal)).isTrue();
        assertThat(stack.status()).extracting(Status::state).containsOnly(State.RUNNING).hasSize(9);

        for (Status status : stack.status()) {
            stack.kill(status.component().name(), "KILL");
        }
        assertThat(launcher().up(Settings.DEFAULT, terminal)).isTrue();

        stack.down(false, terminal);
        assertThat(launcher().up(settings, terminal)).isTrue();
        assertThat(redis(stack, "GET", "key")).isEqualTo("kept");
        stack.awaitReady("kafka", PATIENCE);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("the cache is emptied");
        assertThat(parent.toFile().list()).as("what is outside the state's folder").containsExactly(
                home().getFileName().toString());
    }

    /** After an upgrade: nothing else is lost, nobody meets what can't be read, and the user is told. */
    @Test
    void aCacheInAnotherVersionsFormatIsEmptiedOnceAndWithAWord() throws InterruptedException, IOException {
        Settings settings = new Settings(false, OptionalLong.empty(), 0, freePorts());
        EmbeddedStack stack = launcher("redis");
        assertThat(stack.up(settings, terminal)).isTrue();
        for (int user = 1; user <= 20; user++) {
            redis(stack, "ZADD", "home:" + user, "1750000000000", "0123456789abcdef");
        }
        stack.down(false, terminal);
        // Before this version nobody wrote down what the format is.
        Files.delete(home().resolve("data/cache-format"));

        assertThat(launcher("redis").up(settings, terminal)).isTrue();

        assertThat(
                said.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("another version's format")))
                .singleElement().asString().contains("the cache is emptied: its 20 timelines");
        for (int user = 1; user <= 20; user++) {
            assertThat(redis(stack, "EXISTS", "home:" + user)).isEqualTo("0");
        }
        redis(stack, "ZADD", "home2:1", "-1750000000000", "0123456789abcdef");
        stack.down(false, terminal);
        assertThat(launcher("redis").up(settings, terminal)).isTrue();
        assertThat(redis(stack, "EXISTS", "home2:1")).as("of this version's format").isEqualTo("1");
    }

    /** Whichever node has the key's slot now. */
    private static String redis(EmbeddedStack stack, String... command) throws IOException {
        IOException last = new IOException("no node");
        for (int node = 1; node <= 6; node++) {
            try (RedisConnection connection = RedisConnection.open(stack.component("redis-" + node).port(), PATIENCE,
                    RedisLogin.operator(stack.redisPassword()))) {
                return connection.call(command);
            } catch (IOException movedElsewhere) {
                last = movedElsewhere;
            }
        }
        throw last;
    }

    /** What other users of the machine can list, read or change below a folder. */
    private static List<Path> openToOthers(Path folder) throws IOException {
        List<Path> open = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                visit(visited);
                return PosixFilePermissions.toString(Files.getPosixFilePermissions(visited)).endsWith("x")
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.size() > 0) {
                    visit(file);
                }
                return FileVisitResult.CONTINUE;
            }

            private void visit(Path path) throws IOException {
                var mode = Files.getPosixFilePermissions(path);
                if (mode.contains(PosixFilePermission.OTHERS_READ) || mode.contains(PosixFilePermission.OTHERS_WRITE)) {
                    open.add(path);
                }
            }
        });
        return open;
    }

    private static Map<String, Integer> freePorts() {
        Map<String, Integer> ports = new HashMap<>();
        for (int node = 1; node <= 6; node++) {
            ports.put("redis-" + node, FreePorts.nextForRedis());
        }
        for (String name : List.of("kafka", "kafka-controller", "cassandra", "cassandra-storage", "postgres")) {
            ports.put(name, FreePorts.next());
        }
        return ports;
    }
}
