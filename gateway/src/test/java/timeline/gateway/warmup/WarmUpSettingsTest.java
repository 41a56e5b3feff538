package timeline.gateway.warmup;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class WarmUpSettingsTest {
    private final SettingsContract<WarmUpSettings> contract = SettingsContract.of(WarmUpSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(new WarmUpSettings(Duration.ofSeconds(30), Duration.ofSeconds(15), 1000));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(Map.of("patience", "1s", "within", "2s", "calls", "3"),
                new WarmUpSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), 3));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("patience", "-1s", "6m", "x").refuses("within", "-1s", "6m").refuses("calls", "-1", "x");
    }
}
