package timeline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeline.stores.PortCheck;

/**
 * Ports for servers of this JVM's tests. Each is held by a locked file until the JVM ends, however it ends, so that two JVMs
 * never get the same one, also in the time between asking and listening. All are below the range that the system itself draws
 * from for outgoing connections, and away from the local stack's default ports.
 */
public final class FreePorts {
    private static final int FIRST = 22_000;
    private static final int BEHIND_LAST = 27_000;
    private static final int REDIS_FIRST = 20_000;
    private static final int REDIS_BEHIND_LAST = 22_000;
    private static final int REDIS_BUS_OFFSET = 10_000;
    private static final Path LOCKS = Path.of(System.getProperty("java.io.tmpdir"), "timeline-test-ports");

    // Referenced for as long as the class is: a collected channel would release its lock.
    private static final List<FileLock> HELD = new ArrayList<>();

    private FreePorts() {
    }

    /** A port that is this JVM's from now on. */
    public static int next() {
        return take(FIRST, BEHIND_LAST, 0);
    }

    /** A port whose counterpart of the cluster bus, 10,000 above it, is free too. */
    public static int nextForRedis() {
        return take(REDIS_FIRST, REDIS_BEHIND_LAST, REDIS_BUS_OFFSET);
    }

    private static synchronized int take(int first, int behindLast, int companion) {
        // Parallel JVMs begin their search at different places.
        int start = Math.floorMod(ProcessHandle.current().pid() * 61, behindLast - first);
        for (int i = 0; i < behindLast - first; i++) {
            int port = first + (start + i) % (behindLast - first);
            if (lock(port) && PortCheck.isFree(port) && PortCheck.isFree(port + companion)) {
                return port;
            }
        }
        throw new IllegalStateException("no port between " + first + " and " + behindLast + " is free");
    }

    private static boolean lock(int port) {
        try {
            openToAll(Files.createDirectories(LOCKS), "rwxrwxrwx");
            Path file = LOCKS.resolve(Integer.toString(port));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            openToAll(file, "rw-rw-rw-");
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return false;
            }
            HELD.add(lock);
            return true;
        } catch (AccessDeniedException anotherUsers) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static void openToAll(Path path, String permissions) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (IOException anotherUsers) {
            // Its owner has opened it already.
        }
    }
}
