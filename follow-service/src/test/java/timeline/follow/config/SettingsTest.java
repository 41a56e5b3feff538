package timeline.follow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The keys, their defaults and what is refused. */
class SettingsTest {
    private static final String URL = "jdbc:postgresql://db/timeline";

    @Test
    void hasDefaults() {
        assertThat(follow(Map.of())).isEqualTo(new FollowSettings(10_000, Duration.ofMinutes(15)));
        assertThat(postgres(Map.of("spring.datasource.url", URL)))
                .isEqualTo(new PostgresSettings(URL, "timeline", "", 16));
    }

    @Test
    void readsEveryKey() {
        assertThat(follow(Map.of("timeline.push-threshold", "0", "timeline.token-life", "30s")))
                .isEqualTo(new FollowSettings(0, Duration.ofSeconds(30)));
        assertThat(postgres(Map.of("spring.datasource.url", URL, "spring.datasource.username", "u",
                "spring.datasource.password", "p", "spring.datasource.pool-connections", "3")))
                .isEqualTo(new PostgresSettings(URL, "u", "p", 3));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> follow(Map.of("timeline.push-threshold", "-1"))).hasRootCauseInstanceOf(
                IllegalArgumentException.class);
        assertThatThrownBy(() -> follow(Map.of("timeline.token-life", "0s"))).hasRootCauseInstanceOf(
                IllegalArgumentException.class);
        assertThatThrownBy(() -> postgres(Map.of("spring.datasource.url", "jdbc:mysql://db"))).hasRootCauseInstanceOf(
                IllegalArgumentException.class);
    }

    @Test
    void keepsThePasswordOutOfItsText() {
        assertThat(new PostgresSettings(URL, "u", "geheim", 3).toString()).doesNotContain("geheim");
    }

    private static FollowSettings follow(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("timeline", FollowSettings.class);
    }

    private static PostgresSettings postgres(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("spring.datasource",
                PostgresSettings.class);
    }
}
