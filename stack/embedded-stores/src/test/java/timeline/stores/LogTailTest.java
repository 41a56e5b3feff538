package timeline.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void givesTheLastLinesOldestFirst() throws IOException {
        assertThat(LogTail.of(log(5), 2)).containsExactly("line 3", "line 4");
    }

    @Test
    void givesAllOfAShortLog() throws IOException {
        assertThat(LogTail.of(log(2), 20)).containsExactly("line 0", "line 1");
        assertThat(LogTail.of(log(0), 20)).isEmpty();
    }

    @Test
    void readsOnlyTheEndOfALongLog() throws IOException {
        assertThat(LogTail.of(log(100_000), 2)).containsExactly("line 99998", "line 99999");
    }

    private Path log(int lines) throws IOException {
        return Files.write(folder.resolve("log"), IntStream.range(0, lines).mapToObj(i -> "line " + i).toList());
    }
}
