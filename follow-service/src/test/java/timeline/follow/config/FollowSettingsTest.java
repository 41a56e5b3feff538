package timeline.follow.config;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class FollowSettingsTest {
    private final SettingsContract<FollowSettings> contract = SettingsContract.of(FollowSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(new FollowSettings(10_000, Duration.ofMinutes(15)));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(Map.of("push-threshold", "0", "token-life", "30s"),
                new FollowSettings(0, Duration.ofSeconds(30)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("push-threshold", "-1", "many").refuses("token-life", "0s", "-1s", "1441m", "x");
    }
}
