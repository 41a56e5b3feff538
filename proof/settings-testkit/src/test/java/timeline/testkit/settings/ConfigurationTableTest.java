package timeline.testkit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTableTest {
    private static final String ROW = "| `timeline.a.b` | `1s`; gateway `2s` | gateway, fan-out | something |";

    @Test
    void saysWhoTakesAKeyAndWithWhichDefault() {
        ConfigurationTable table = ConfigurationTable.of(List.of("| key | default | who | means |", ROW));

        assertThat(table.keys("gateway")).containsExactly("timeline.a.b");
        assertThat(table.keys("follow-service")).isEmpty();
        assertThat(table.defaultOf("timeline.a.b", "gateway")).isEqualTo("2s");
        assertThat(table.defaultOf("timeline.a.b", "fanout-service")).isEqualTo("1s");
        assertThat(table.defaultOf("timeline.a.c", "gateway")).isEqualTo("not documented");
    }

    @ParameterizedTest
    @ValueSource(strings = {"| `timeline.a.b`, `.c` | 1 | all | two keys |", "| `timeline.a.c` | 1 | all |  |",
            "| `timeline.a.c` | 1 | everybody | x |", ROW})
    void refusesWhatCouldNotBeChecked(String row) {
        assertThatThrownBy(() -> ConfigurationTable.of(List.of(ROW, row)).keys("gateway"))
                .isInstanceOf(AssertionError.class);
    }
}
