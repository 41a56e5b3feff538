package timeline.edge.config;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import timeline.testkit.settings.SettingsContract;

class HttpSettingsTest {
    private final SettingsContract<HttpSettings> contract = SettingsContract.of(HttpSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(
                new HttpSettings(DataSize.ofKilobytes(16), Duration.ofMillis(1800), Duration.ofSeconds(8), 2000,
                        Duration.ofMillis(300)));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("body-limit", "1B", "budget", "2ms", "head-within", "3ms", "most-in-flight", "4", "drain",
                        "5ms"),
                new HttpSettings(DataSize.ofBytes(1), Duration.ofMillis(2), Duration.ofMillis(3), 4,
                        Duration.ofMillis(5)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("body-limit", "0B", "-1B", "16777216B", "much").refuses("budget", "0s", "-1ms", "61s", "soon")
                .refuses("head-within", "0s", "61s").refuses("most-in-flight", "0", "-1", "100001", "2.5", "many")
                .refuses("drain", "-1ms", "61s");
    }
}
