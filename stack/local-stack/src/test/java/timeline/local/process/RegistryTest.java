package timeline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
    @TempDir
    Path folder;

    @Test
    void isEmptyWithoutAFolder() {
        assertThat(new Registry(folder.resolve("none")).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"pid\":0,\"birth\":\"x\",\"stop\":\"TERM\"}",
            "{\"pid\":7,\"stop\":\"TERM\"}",
            "{\"pid\":7,\"birth\":\"x\"}"})
    void aDamagedEntryIsNone(String content) throws IOException {
        Files.writeString(folder.resolve("a.json"), content);

        assertThat(new Registry(folder).find("a")).isEmpty();
        assertThat(new Registry(folder).all()).isEmpty();
    }

    @Test
    void anUnfinishedEntryIsNotSeen() throws IOException {
        Files.writeString(folder.resolve("a.json.new"), "{\"pid\":7,\"birth\":\"x\",\"stop\":\"TERM\"}");

        assertThat(new Registry(folder).all()).isEmpty();
    }
}
