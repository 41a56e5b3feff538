package timeline.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({"Linux, amd64, linux-amd64", "Linux, aarch64, linux-arm64", "Mac OS X, x86_64, darwin-amd64",
            "Mac OS X, aarch64, darwin-arm64"})
    void speaksTheWordsOfTheArchives(String os, String architecture, String expected) {
        assertThat(Platform.of(os, architecture)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64"})
    void offersTheContainersWhereThereAreNoBinaries(String os, String architecture) {
        assertThatThrownBy(() -> Platform.of(os, architecture)).isInstanceOf(StoreFailedException.class)
                .hasMessageContaining(os).hasMessageContaining(architecture).hasMessageContaining("docker compose up");
    }

    @Test
    void knowsThisMachine() {
        assertThat(Platform.current().toString()).contains("-");
    }
}
