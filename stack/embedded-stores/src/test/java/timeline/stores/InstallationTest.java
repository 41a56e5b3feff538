package timeline.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private Installation installation = new Installation(Path.of("."));

    @BeforeEach
    void install() {
        installation = new Installation(root);
    }

    @Test
    void findsAnArchiveOfAnyVersion() throws IOException {
        Path archive = folder("stack/embedded-stores/target/binaries").resolve("embedded-redis-9.9.jar");
        Files.createFile(archive);
        assertThat(installation.archive("embedded-redis")).isEqualTo(archive);
    }

    @Test
    void putsReplacedClassesBeforeTheJars() throws IOException {
        folder("stack/embedded-stores/servers/cassandra/target/classes");
        folder("stack/embedded-stores/servers/cassandra/target/lib");
        assertThat(installation.classPath("cassandra")).matches(".*/target/classes:.*/target/lib/\\*");
    }

    @Test
    void saysHowToBuildWhatIsMissing() {
        assertThatThrownBy(() -> installation.archive("embedded-redis")).isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("mvn").hasMessageContaining(root.toString());
        assertThatThrownBy(() -> installation.classPath("kafka")).isInstanceOf(StoreFailedException.class)
                .hasMessageContaining("stack/embedded-stores/servers/kafka");
    }

    @Test
    void isFoundByTheBuildsOwnProperty() {
        assertThat(Installation.fromSystemProperty().root().resolve("pom.xml")).exists();
    }

    @Test
    void unpacksBinariesIntoTheStatesFolder() {
        assertThat(new Installation(root).binaries()).isEqualTo(root.resolve(".timeline/bin"));
        assertThat(Installation.of(root.toString(), null)).isEqualTo(new Installation(root));
        assertThat(Installation.of(root.toString(), root + "/else/where").binaries())
                .isEqualTo(root.resolve("else/where/bin"));
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }
}
