package timeline.stores.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private Path folder = Path.of(".");
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream archive = new TarArchiveOutputStream(bytes, "UTF-8");

    @BeforeEach
    void emptyFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("unpacked"));
        archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    @Test
    void unpacksFilesFoldersAndLinksReadableForAll() throws IOException {
        String content = "x".repeat(1_000);
        folder("bin/", 0700);
        file("bin/server", 0755, content);
        file("share/text", 0600, "text");
        symbolicLink("bin/link", "server");
        symbolicLink("lib/up", "../bin/server");
        hardLink("bin/same", "bin/server");

        unpack();

        assertThat(folder.resolve("bin/server")).hasContent(content).isExecutable();
        assertThat(folder.resolve("bin/link")).isSymbolicLink().hasContent(content);
        assertThat(folder.resolve("lib/up")).isSymbolicLink().hasContent(content);
        assertThat(Files.isSameFile(folder.resolve("bin/same"), folder.resolve("bin/server"))).isTrue();
        assertThat(Files.getPosixFilePermissions(folder.resolve("share/text")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        for (String name : new String[]{"bin", "share", "lib"}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void unpacksNamesOfAnyLength() throws IOException {
        String name = "a folder/".repeat(20) + "é" + "n".repeat(150);
        file(name, 0644, "text");
        unpack();
        assertThat(folder.resolve(name)).hasContent("text");
    }

    @Test
    void refusesToLeaveItsFolder() throws IOException {
        file("../outside", 0644, "");
        leaves();
    }

    @Test
    void refusesALinkThatLeavesItsFolder() throws IOException {
        symbolicLink("bin/link", "../../outside");
        leaves();
    }

    @Test
    void refusesALinkToAnAbsolutePlace() throws IOException {
        symbolicLink("bin/link", "/etc/passwd");
        leaves();
    }

    @Test
    void refusesAHardLinkThatLeavesItsFolder() throws IOException {
        Files.writeString(temporary.resolve("outside"), "secret");
        hardLink("link", "../outside");
        leaves();
    }

    @Test
    void refusesAWayOutOverSeveralLinks() throws IOException {
        folder("deep/", 0755);
        symbolicLink("deep/up", "..");
        // By its letters alone this is deep/, but "up" is the folder itself.
        symbolicLink("deep/out", "up/..");
        file("deep/out/outside", 0644, "");
        leaves();
    }

    @Test
    void writesThroughNoLink() throws IOException {
        file("file", 0644, "first");
        symbolicLink("link", "file");
        file("link", 0644, "second");
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class);
        assertThat(folder.resolve("file")).hasContent("first");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        put("device", TarConstants.LF_CHR, 0644, "", "");
        assertThatThrownBy(this::unpack).hasMessageContaining("no file, folder or link");
    }

    @Test
    void noticesThatTheArchiveIsCutShort() throws IOException {
        file("file", 0644, "x".repeat(2_000));
        archive.close();
        assertThatThrownBy(() -> new Tar(new ByteArrayInputStream(Arrays.copyOf(bytes.toByteArray(), 1_024)))
                .unpackInto(folder)).isInstanceOf(IOException.class);
    }

    private void leaves() throws IOException {
        assertThatThrownBy(this::unpack).hasMessageContaining("leaves its folder");
        assertThat(temporary.resolve("outside")).satisfiesAnyOf(outside -> assertThat(outside).doesNotExist(),
                outside -> assertThat(outside).hasContent("secret"));
    }

    private void unpack() throws IOException {
        archive.close();
        new Tar(new ByteArrayInputStream(bytes.toByteArray())).unpackInto(folder);
    }

    private void folder(String name, int mode) throws IOException {
        put(name, TarConstants.LF_DIR, mode, "", "");
    }

    private void file(String name, int mode, String content) throws IOException {
        put(name, TarConstants.LF_NORMAL, mode, content, "");
    }

    private void symbolicLink(String name, String to) throws IOException {
        put(name, TarConstants.LF_SYMLINK, 0777, "", to);
    }

    private void hardLink(String name, String to) throws IOException {
        put(name, TarConstants.LF_LINK, 0644, "", to);
    }

    private void put(String name, byte type, int mode, String content, String link) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        entry.setMode(mode);
        entry.setSize(text.length);
        entry.setLinkName(link);
        archive.putArchiveEntry(entry);
        archive.write(text);
        archive.closeArchiveEntry();
    }
}
