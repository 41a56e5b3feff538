package timeline.stores.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import timeline.stores.StoreFailedException;

/**
 * The lock file of a server that was killed. It is removed only when no process works in the data folder any more: the killed
 * server's children notice its death a moment later, and a new server that starts beside them refuses to.
 */
final class PostmasterPid {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private PostmasterPid() {
    }

    /** @throws StoreFailedException when a server still runs on the folder */
    static void removeStale(Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Long> users = usersOf(data, lock);
        while (!users.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new StoreFailedException(
                        "PostgreSQL already runs on " + data + " as process " + users.getFirst());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            users = usersOf(data, lock);
        }
        Files.deleteIfExists(lock);
    }

    /** PostgreSQL's processes work in their data folder; where /proc does not tell, the lock file's own pid must do. */
    private static List<Long> usersOf(Path data, Path lock) throws IOException {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return recorded(lock);
        }
        List<Long> users = new ArrayList<>();
        Path real = data.toRealPath();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (worksIn(process, real)) {
                    users.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return users;
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException notOursOrGone) {
            return false;
        }
    }

    private static List<Long> recorded(Path lock) throws IOException {
        try (var lines = Files.lines(lock)) {
            return lines.limit(1).map(Long::parseLong).filter(pid -> ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command()).filter(command -> command.contains("postgres"))
                    .isPresent())
                    .toList();
        }
    }
}
