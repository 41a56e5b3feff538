package timeline.stores.postgres;

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
import timeline.stores.Signal;

/**
 * One PostgreSQL server with the database {@value #DATABASE} of one role, which is no superuser and needs its password. Nobody
 * else can log in: what takes a superuser takes the owner of the files, and the server stopped.
 */
public record PostgresServer(Installation installation, int port, Path directory, Path log,
        PostgresRole role) implements EmbeddedStore {
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
        PostgresUser.createParent(directory);
        PostgresUser user = PostgresUser.toServe(binaries, directory);
        PostgresCreation creation = new PostgresCreation(binaries, user);
        Path data = Folders.createOnce(directory, fresh -> creation.create(fresh, role));
        PostmasterPid.removeStale(data);
        creation.change(data, role);
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString(), "-p",
                Integer.toString(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
                "shared_buffers=32MB", "-c", "max_connections=200", "-c", "max_wal_size=256MB"));
        return new Launch(command, Map.of(), directory, log);
    }

    @Override
    public boolean isReady() {
        return answers(port, role.password().get());
    }

    /** Whether a server with our role and database answers a query on this loopback port. */
    public static boolean answers(int port, String password) {
        try (PostgresConnection connection = PostgresConnection.open(port, PostgresRole.NAME, password, DATABASE,
                PATIENCE)) {
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
