package timeline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheLastThreeRuns() throws IOException {
        Path log = folder.resolve("log/a.log");
        for (String run : List.of("first", "second", "third", "fourth", "fifth")) {
            new LogFile(log).rotate();
            Files.writeString(log, run);
        }

        assertThat(log).hasContent("fifth");
        assertThat(folder.resolve("log/a.log.1")).hasContent("fourth");
        assertThat(folder.resolve("log/a.log.3")).hasContent("second");
        assertThat(folder.resolve("log/a.log.4")).doesNotExist();
    }
}
