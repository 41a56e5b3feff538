package timeline.follow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The keys, their defaults and what is refused. */
class SettingsTest {
    private static final String URL = "jdbc:postgresql://db/timeline";

    @Test
    void hasDefaults() {
        assertThat(postgres(Map.of("spring.datasource.url", URL)))
                .isEqualTo(new PostgresSettings(URL, "timeline", "", 16));
    }

    @Test
    void readsEveryKey() {
        assertThat(postgres(Map.of("spring.datasource.url", URL, "spring.datasource.username", "u",
                "spring.datasource.password", "p", "spring.datasource.pool-connections", "3")))
                .isEqualTo(new PostgresSettings(URL, "u", "p", 3));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> postgres(Map.of("spring.datasource.url", "jdbc:mysql://db"))).hasRootCauseInstanceOf(
                IllegalArgumentException.class);
    }

    @Test
    void keepsThePasswordOutOfItsText() {
        assertThat(new PostgresSettings(URL, "u", "geheim", 3).toString()).doesNotContain("geheim");
    }

    private static PostgresSettings postgres(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("spring.datasource",
                PostgresSettings.class);
    }
}
