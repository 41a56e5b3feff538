package timeline.stores.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    @Test
    void isReachableOnLoopbackOnly() throws IOException {
        Properties settings = load();
        assertThat(settings).containsEntry("listeners", "PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093")
                .containsEntry("advertised.listeners", "PLAINTEXT://127.0.0.1:19092")
                .containsEntry("log.dirs", "data");
    }

    @Test
    void remembersAConsumersPlaceForLongerThanTheLogLasts() throws IOException {
        Properties settings = load();
        assertThat(minutes(settings, "offsets.retention.minutes", 1)).isEqualTo(14 * 24 * 60)
                .isGreaterThan(minutes(settings, "log.retention.hours", 60));
        assertThat(minutes(settings, "log.retention.hours", 60)).isEqualTo(7 * 24 * 60);
    }

    @Test
    void isTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        String usual = KafkaSettings.of(19_092, 19_093, "data");
        try {
            Locale.setDefault(Locale.of("fa"));
            assertThat(KafkaSettings.of(19_092, 19_093, "data")).isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static int minutes(Properties settings, String key, int unit) {
        return Integer.parseInt(settings.getProperty(key)) * unit;
    }

    private static Properties load() throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(KafkaSettings.of(19_092, 19_093, "data")));
        return settings;
    }
}
