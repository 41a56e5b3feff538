package timeline.fanout.config;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class FanoutSettingsTest {
    private final SettingsContract<FanoutSettings> contract = SettingsContract.of(FanoutSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(new FanoutSettings(2000, 16, 3, Duration.ofSeconds(10), Duration.ofSeconds(2)));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("page-followers", "50", "lanes", "4", "consumers", "1", "turn", "5s", "longest-wait", "1s"),
                new FanoutSettings(50, 4, 1, Duration.ofSeconds(5), Duration.ofSeconds(1)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("page-followers", "0", "-1", "10001", "x").refuses("lanes", "0", "-1", "1025", "x")
                .refuses("consumers", "0", "-1", "65", "x").refuses("turn", "0", "-1s", "3s", "13s", "x")
                .refuses("longest-wait", "0s", "99ms", "3001ms", "x");
    }
}
