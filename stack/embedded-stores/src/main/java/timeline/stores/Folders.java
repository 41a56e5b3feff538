package timeline.stores;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Folders that are either whole or absent, whatever is killed when. */
public final class Folders {
    private static final String MARKER = "created";

    private Folders() {
    }

    /** What fills a folder. */
    @FunctionalInterface
    public interface Content {
        void fill(Path folder) throws IOException;
    }

    /**
     * Fills {@code directory/data} once. The marker that says so is written last, so a creation that was cut short is begun
     * again; it lies beside the data, because stores own their folders. One creator at a time.
     *
     * @return the data folder
     */
    public static Path createOnce(Path directory, Content content) throws IOException {
        Path data = directory.resolve("data");
        Path marker = directory.resolve(MARKER);
        if (!Files.exists(marker)) {
            delete(data);
            Files.createDirectories(data);
            content.fill(data);
            Files.createFile(marker);
        }
        return data;
    }

    /**
     * Fills a folder that several processes may want at the same time: each fills one of its own, the first to finish wins.
     */
    public static Path shareOnce(Path folder, Content content) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path mine = Files.createTempDirectory(parent, folder.getFileName() + ".");
        try {
            content.fill(mine);
            Files.setPosixFilePermissions(mine, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(mine, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException lost) {
            delete(mine);
            // A rename onto a folder with content fails: another process was first.
            if (!Files.isDirectory(folder)) {
                throw lost;
            }
        }
        return folder;
    }

    /** Makes a folder that nobody but its owner enters, whatever the umask says, and whatever its mode was before. */
    public static Path createPrivate(Path folder) throws IOException {
        return create(folder, "rwx------");
    }

    /** Makes a folder through which others pass to what they know the name of, and see and change nothing. */
    public static Path createPassable(Path folder) throws IOException {
        return create(folder, "rwx--x--x");
    }

    private static Path create(Path folder, String mode) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    /** Writes a file that only its owner can read, whole or not at all, over the one that was there. */
    public static void writePrivately(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a folder with all that is in it; an absent one is fine. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
