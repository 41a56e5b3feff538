package timeline.stores.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CassandraYamlTest {
    private final String yaml = CassandraYaml.of(19_042, 17_000, Path.of("/data"));

    @Test
    void acknowledgesAWriteWhenItIsOnDisk() {
        assertThat(yaml).contains("commitlog_sync: batch").doesNotContain("commitlog_sync: periodic");
    }

    @Test
    void isReachableOnLoopbackOnly() {
        assertThat(yaml).contains("rpc_address: 127.0.0.1", "listen_address: 127.0.0.1", "native_transport_port: 19042",
                "storage_port: 17000");
    }

    @Test
    void isTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("ar"));
            assertThat(CassandraYaml.of(19_042, 17_000, Path.of("/data"))).isEqualTo(yaml);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void quotesItsFolder() {
        assertThat(CassandraYaml.of(19_042, 17_000, Path.of("/a \"b\" \\c é")))
                .contains("[\"/a \\\"b\\\" \\\\c é/data\"]");
    }

    @Test
    void leavesUserDefinedFunctionsDisabledAsNothingSandboxesThem() {
        assertThat(yaml).doesNotContain("user_defined_functions_enabled");
    }

    @Test
    void keepsEverythingInItsFolder() {
        assertThat(yaml.lines().filter(line -> line.contains("_directory:") || line.contains("_directories:")))
                .hasSize(5).allMatch(line -> line.contains("\"/data/"));
    }
}
