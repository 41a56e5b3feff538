package timeline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The log of one component. Each start begins a new file; the last ones are kept beside it, {@code NAME.log.1} is the newest. */
public record LogFile(Path path) {
    private static final int KEPT = 3;

    /** Puts the present file aside, and the oldest one away. */
    public void rotate() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            for (int age = KEPT - 1; age >= 0; age--) {
                if (Files.exists(aged(age))) {
                    Files.move(aged(age), aged(age + 1), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("can't rotate " + path, failed);
        }
    }

    private Path aged(int age) {
        return age == 0 ? path : path.resolveSibling(path.getFileName() + "." + age);
    }
}
