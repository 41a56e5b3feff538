package timeline.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {
    @TempDir
    private Path root;

    /** As a permissive umask, or an older stack, would have left it. */
    @Test
    void isItsOwnersAloneHoweverOpenItWas() throws IOException {
        StackFolder folder = new StackFolder(root, root.resolve("state"));
        for (String name : new String[]{"secrets", "data", "log", "run", "code"}) {
            Path open = Files.createDirectories(folder.home().resolve(name));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Files.setPosixFilePermissions(folder.home(), PosixFilePermissions.fromString("rwxrwxrwx"));

        folder.create();

        // PostgreSQL, which does not run as root, has to pass through the two.
        boolean otherUser = Files.getAttribute(root, "unix:uid").equals(0);
        for (Path above : new Path[]{folder.home(), folder.home().resolve("data")}) {
            assertThat(mode(above)).as(above.toString()).isEqualTo(otherUser ? "rwx--x--x" : "rwx------");
        }
        for (String name : new String[]{"secrets", "log", "run", "code"}) {
            assertThat(mode(folder.home().resolve(name))).as(name).isEqualTo("rwx------");
        }
    }

    private static String mode(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
