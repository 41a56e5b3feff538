package timeline.home.redis;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class ShardSettingsTest {
    private final SettingsContract<ShardSettings> contract = SettingsContract.of(ShardSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(new ShardSettings(20, Duration.ofSeconds(1)));
        contract.hasDefaults(ShardSettings.defaults());
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(Map.of("judged-calls", "7", "rest", "3s"), new ShardSettings(7, Duration.ofSeconds(3)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("judged-calls", "0", "1", "1001", "x").refuses("rest", "0s", "-1ms", "61s", "x");
    }
}
