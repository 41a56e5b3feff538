package timeline.stores.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A tar archive that is unpacked with its links and the right to run programs, and nowhere but into its folder. The library reads
 * the format; it has nothing that writes links to disk.
 */
final class Tar {
    private final InputStream in;

    Tar(InputStream in) {
        this.in = in;
    }

    /**
     * Unpacks into an empty folder. Everybody may read and enter what is unpacked: the server may run as another user.
     *
     * @throws IOException also when an entry, or what a link points to, is not inside the folder
     */
    void unpackInto(Path folder) throws IOException {
        Path root = folder.toRealPath();
        TarArchiveInputStream entries = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            Path target = inside(root, root.resolve(entry.getName()));
            if (entry.isDirectory()) {
                folder(target);
                continue;
            }
            Path parent = target.resolve("..").normalize();
            folder(parent);
            // An earlier link may have led the way out.
            inside(root, parent.toRealPath());
            if (entry.isSymbolicLink()) {
                inside(root, target.resolveSibling(entry.getLinkName()));
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(target, inside(root, inside(root, root.resolve(entry.getLinkName())).toRealPath()));
            } else if (isPlainFile(entry)) {
                // Fails on a file that is there already, and on a link: it would be written through.
                Files.copy(entries, target);
                Files.setPosixFilePermissions(target,
                        PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
            } else {
                throw new IOException("an entry that is no file, folder or link: " + entry.getName());
            }
        }
    }

    /** The library calls a device a file. */
    private static boolean isPlainFile(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }

    private static Path inside(Path root, Path path) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(root)) {
            throw new IOException("the archive leaves its folder: " + path);
        }
        return normal;
    }

    private static void folder(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            folder(target.resolve("..").normalize());
            Files.createDirectory(target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
