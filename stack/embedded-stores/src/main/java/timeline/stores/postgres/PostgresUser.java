package timeline.stores.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import timeline.stores.Folders;
import timeline.stores.StoreFailedException;

/**
 * The user that PostgreSQL runs as: ourselves, or "nobody" when we are root, whom PostgreSQL refuses. The change of user is made
 * by {@code setpriv}, which becomes the server; {@code runuser} and {@code su} would stay its parent, and their pid is not the
 * server's.
 */
record PostgresUser(List<String> prefix) {
    private static final int NOBODY = 65_534;

    /** @param folders the server must reach, their parents included */
    static PostgresUser toServe(Path... folders) throws IOException {
        if (!isRoot()) {
            return new PostgresUser(List.of());
        }
        Path setpriv = Stream.of("/usr/bin/setpriv", "/bin/setpriv").map(Path::of).filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new StoreFailedException(
                        "PostgreSQL does not run as root and setpriv is missing: install util-linux, or run as an"
                                + " ordinary user"));
        List<String> prefix = new ArrayList<>(
                List.of(setpriv.toString(), "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        for (Path folder : folders) {
            if (!isOpen(folder) && prefix.size() == 4) {
                // A repository below /root or another private folder: its parents are not ours to open for everybody,
                // so the server alone gets the right to pass; it is also one to read, but not to write. The bit keeps that
                // right in access(2), by which PostgreSQL looks for its own programs.
                prefix.addAll(List.of("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search",
                        "--securebits=+no_setuid_fixup"));
            }
        }
        return new PostgresUser(List.copyOf(prefix));
    }

    /** Makes the folder in which the server's data will lie: its user has to pass, if it is another. */
    static void createParent(Path folder) throws IOException {
        if (isRoot()) {
            Folders.createPassable(folder);
        } else {
            Folders.createPrivate(folder);
        }
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** Makes the folder this user's. */
    void own(Path folder) throws IOException {
        if (!prefix.isEmpty()) {
            Files.setAttribute(folder, "unix:uid", NOBODY);
            Files.setAttribute(folder, "unix:gid", NOBODY);
        }
    }

    /** Whether anybody may pass through the folder and all its parents. */
    private static boolean isOpen(Path folder) throws IOException {
        for (Path parent = folder.toRealPath(); parent != null; parent = parent.getParent()) {
            if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
