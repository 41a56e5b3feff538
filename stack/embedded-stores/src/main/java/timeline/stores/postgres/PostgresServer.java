package timeline.stores.postgres;

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
import timeline.stores.Launch;
import timeline.stores.Signal;

/**
 * One PostgreSQL server with the database {@value #DATABASE} of the user {@value #USER}; any password is right, as nobody but
 * this machine's users can connect.
 */
public record PostgresServer(Installation installation, int port, Path directory, Path log) implements EmbeddedStore {
    public static final String USER = "timeline";
    public static final String DATABASE = "timeline";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Launch prepare() throws IOException {
        Path binaries = PostgresBinaries.unpack(installation);
        Files.createDirectories(directory);
        PostgresUser user = PostgresUser.toServe(binaries, directory);
        Path data = Folders.createOnce(directory, fresh -> new PostgresCreation(binaries, user).create(fresh));
        PostmasterPid.removeStale(data);
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString(), "-p",
                Integer.toString(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
                "shared_buffers=32MB", "-c", "max_connections=200", "-c", "max_wal_size=256MB"));
        return new Launch(command, Map.of(), directory, log);
    }

    @Override
    public boolean isReady() {
        return answers(port);
    }

    /** Whether a server with our user and database answers a query on this loopback port. */
    public static boolean answers(int port) {
        try (PostgresConnection connection = PostgresConnection.open(port, USER, DATABASE, PATIENCE)) {
            return "1".equals(connection.query("SELECT 1"));
        } catch (IOException downOrRecovering) {
            return false;
        }
    }

    /** "Fast": open transactions are rolled back. SIGTERM would wait for every client to leave. */
    @Override
    public Signal stopSignal() {
        return Signal.INT;
    }
}
