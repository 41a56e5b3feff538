package timeline.stores.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import timeline.stores.Folders;
import timeline.stores.Installation;
import timeline.stores.Platform;
import timeline.stores.StoreFailedException;

/** The statically linked server out of the archive, unpacked once. */
final class RedisBinary {
    private RedisBinary() {
    }

    static Path unpack(Installation installation) throws IOException {
        Path archive = installation.archive("embedded-redis");
        Platform platform = Platform.current();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Optional<? extends ZipEntry> found = zip.stream().filter(
                    entry -> entry.getName().startsWith("redis-server-") && entry.getName().endsWith("-" + platform))
                    .findAny();
            ZipEntry entry = found
                    .orElseThrow(() -> new StoreFailedException(archive + " has no Redis for " + platform));
            Path folder = Folders.shareOnce(installation.binaries().resolve(entry.getName()), fresh -> {
                Path server = fresh.resolve("redis-server");
                try (InputStream bytes = zip.getInputStream(entry)) {
                    Files.copy(bytes, server);
                }
                Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwxr-xr-x"));
            });
            return folder.resolve("redis-server");
        }
    }
}
