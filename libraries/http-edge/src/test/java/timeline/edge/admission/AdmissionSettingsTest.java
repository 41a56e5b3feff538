package timeline.edge.admission;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class AdmissionSettingsTest {
    private final SettingsContract<AdmissionSettings> contract = SettingsContract.of(AdmissionSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(
                new AdmissionSettings(Duration.ofMillis(100), Duration.ofMillis(100), 64, 32, 512, Duration.ZERO));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(Map.of("target", "1ms", "window", "2ms", "start", "4", "least", "3", "most", "5",
                "rest", "6ms"),
                new AdmissionSettings(Duration.ofMillis(1), Duration.ofMillis(2), 4, 3, 5, Duration.ofMillis(6)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("target", "0s", "11s", "x").refuses("window", "0s", "11s").refuses("least", "0", "x")
                .refuses("start", "31", "100001").refuses("most", "63", "1000001").refuses("rest", "-1ms", "1001ms");
    }
}
