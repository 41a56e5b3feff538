package timeline.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void goesThroughACommandThatReplacesItself() {
        Launch launch = launch().through("setsid", "-f");
        assertThat(launch.command()).containsExactly("setsid", "-f", "server", "--port", "1");
        assertThat(launch.log()).isEqualTo(folder.resolve("log"));
    }

    @Test
    void becomesAProcessThatInheritsTheEnvironmentAndAppendsToItsLog() {
        ProcessBuilder builder = launch().toProcessBuilder();
        assertThat(builder.environment()).containsEntry("KEY", "value").containsKey("PATH");
        assertThat(builder.directory()).isEqualTo(folder.toFile());
        assertThat(builder.redirectErrorStream()).isTrue();
        assertThat(builder.redirectOutput().type()).isEqualTo(ProcessBuilder.Redirect.Type.APPEND);
    }

    private Launch launch() {
        return new Launch(List.of("server", "--port", "1"), Map.of("KEY", "value"), folder, folder.resolve("log"));
    }
}
