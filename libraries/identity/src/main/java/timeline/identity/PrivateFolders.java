package timeline.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that nobody but their owner can enter, whatever the umask says. */
final class PrivateFolders {
    private PrivateFolders() {
    }

    /** Makes the folder and its parents where they are missing; one that is there keeps its mode. */
    static void create(Path folder) throws IOException {
        Files.createDirectories(folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
