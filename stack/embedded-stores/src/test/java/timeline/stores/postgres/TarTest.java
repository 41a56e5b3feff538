package timeline.stores.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    @Test
    void unpacksFilesFoldersAndLinksReadableForAll() throws IOException {
        String content = "x".repeat(1_000);
        entry("bin/", '5', "0000700", "", "");
        entry("bin/server", '0', "0000755", content, "");
        entry("share/text", '0', "0000600", "text", "");
        entry("bin/link", '2', "0000777", "", "server");
        end();

        unpack();

        assertThat(folder.resolve("bin/server")).hasContent(content).isExecutable();
        assertThat(folder.resolve("bin/link")).isSymbolicLink().hasContent(content);
        assertThat(Files.getPosixFilePermissions(folder.resolve("share/text")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("bin")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void refusesToLeaveItsFolder() {
        entry("../outside", '0', "0000644", "", "");
        end();
        assertThatThrownBy(this::unpack).hasMessageContaining("leaves its folder");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        entry("device", '3', "0000644", "", "");
        end();
        assertThatThrownBy(this::unpack).hasMessageContaining("unknown type 3");
    }

    @Test
    void noticesThatTheArchiveIsCutShort() {
        entry("file", '0', "0000644", "text", "");
        assertThatThrownBy(this::unpack).isInstanceOf(EOFException.class);
    }

    private void unpack() throws IOException {
        new Tar(new ByteArrayInputStream(archive.toByteArray())).unpackInto(folder);
    }

    private void entry(String name, char type, String mode, String content, String link) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, mode);
        put(header, 124, String.format("%011o", content.length()));
        header[156] = (byte) type;
        put(header, 157, link);
        archive.writeBytes(header);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        archive.writeBytes(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
    }

    private void end() {
        archive.writeBytes(new byte[1_024]);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
