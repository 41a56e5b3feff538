package timeline.stores.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterPidTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void removesTheLockOfAServerThatIsGoneAlsoWhenItsNumberIsAnothers() throws IOException {
        Path lock = Files.writeString(data.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data + "\n");
        PostmasterPid.removeStale(data);
        assertThat(lock).doesNotExist();
    }

    @Test
    void doesNotMindThatThereIsNone() throws IOException {
        PostmasterPid.removeStale(data);
        assertThat(data).isEmptyDirectory();
    }
}
