package timeline.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void keepTemporaryFilesAndNativeLibrariesInAFolderThatBeginsEmpty() throws IOException {
        Path temporary = folder.resolve("tmp/kafka");
        Files.createDirectories(temporary.resolve("of-a-killed-process"));
        assertThat(Surroundings.fresh(temporary).flags()).contains("-Djava.io.tmpdir=" + temporary,
                "-Djna.tmpdir=" + temporary);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void areNotTheUsersLanguage() {
        assertThat(new Surroundings(folder).flags()).contains("-Duser.language=en", "-Duser.country=US");
    }
}
