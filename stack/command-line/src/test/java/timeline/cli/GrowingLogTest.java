package timeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingLogTest {
    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    private Path path() {
        return folder.resolve("a.log");
    }

    private void append(String text) throws IOException {
        Files.writeString(path(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void handsOutEachLineOnceItIsComplete() throws IOException {
        GrowingLog log = new GrowingLog(path());
        append("one\ntw");
        log.read(lines::add);
        assertThat(lines).containsExactly("one");

        append("o é\n\nthree");
        log.read(lines::add);
        assertThat(lines).containsExactly("one", "two é", "");

        log.flush(lines::add);
        assertThat(lines).endsWith("three");
    }

    @Test
    void goesOnWithTheNewFileWhenTheOldOneIsPutAside() throws IOException {
        GrowingLog log = new GrowingLog(path());
        append("old\n");
        log.read(lines::add);
        Files.move(path(), folder.resolve("a.log.1"));
        log.read(lines::add);
        append("new and longer than the old one\n");
        log.read(lines::add);

        assertThat(lines).containsExactly("old", "new and longer than the old one");
    }

    @Test
    void beginsAgainWhenTheFileIsCutShort() throws IOException {
        GrowingLog log = new GrowingLog(path());
        append("one\ntwo\n");
        log.read(lines::add);
        Files.writeString(path(), "x\n");
        log.read(lines::add);

        assertThat(lines).containsExactly("one", "two", "x");
    }
}
