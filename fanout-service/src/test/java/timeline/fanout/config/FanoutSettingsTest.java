package timeline.fanout.config;

import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class FanoutSettingsTest {
    private final SettingsContract<FanoutSettings> contract = SettingsContract.of(FanoutSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(new FanoutSettings(2000, 16, 3));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(Map.of("page-followers", "50", "lanes", "4", "consumers", "1"),
                new FanoutSettings(50, 4, 1));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("page-followers", "0", "-1", "10001", "x").refuses("lanes", "0", "-1", "1025", "x")
                .refuses("consumers", "0", "-1", "65", "x");
    }
}
