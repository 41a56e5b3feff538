package timeline.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM of the stack takes from the machine, the same on each: not the user's language, in which a server may format the
 * numbers of its own files, and not {@code /tmp}, where native libraries may be forbidden to run and where nobody deletes them.
 *
 * @param temporary a folder of this JVM alone, for its native libraries and other temporary files
 */
public record Surroundings(Path temporary) {
    /** The same after an empty folder was made; only while the JVM that it belongs to does not run. */
    public static Surroundings fresh(Path temporary) throws IOException {
        Folders.delete(temporary);
        Files.createDirectories(temporary);
        return new Surroundings(temporary);
    }

    /** Options for the JVM. */
    public List<String> flags() {
        // JNA would take a folder below the user's home, the others follow java.io.tmpdir.
        return List.of("-Duser.language=en", "-Duser.country=US", "-Djava.io.tmpdir=" + temporary,
                "-Djna.tmpdir=" + temporary);
    }
}
