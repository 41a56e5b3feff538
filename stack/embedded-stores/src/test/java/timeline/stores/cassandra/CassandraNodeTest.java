package timeline.stores.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import timeline.stores.Launch;

class CassandraNodeTest {
    private static final Path SLACK = Path.of("/proc/self/timerslack_ns");

    /** Otherwise its idle workers take a fifth of a processor. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void runsWithTimersThatMayBeAMillisecondLate(@TempDir Path folder) throws Exception {
        Launch launch = new Launch(List.of("cat", SLACK.toString()), Map.of(), folder, folder.resolve("log"));

        Process process = CassandraNode.withTimerSlack(launch).toProcessBuilder().start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(launch.log())).isEqualToIgnoringNewLines("1000000");
    }
}
