package timeline.gateway.config;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class RateLimitSettingsTest {
    private final SettingsContract<RateLimitSettings> contract = SettingsContract.of(RateLimitSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(new RateLimitSettings(1000, Duration.ofSeconds(2), 40_000, Duration.ofSeconds(2),
                100, Duration.ofSeconds(10)));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("user-burst", "1", "user-window", "3s", "address-burst", "2", "address-window", "4s",
                        "anonymous-burst", "5", "anonymous-window", "6s"),
                new RateLimitSettings(1, Duration.ofSeconds(3), 2, Duration.ofSeconds(4), 5,
                        Duration.ofSeconds(6)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        for (String client : new String[]{"user", "address", "anonymous"}) {
            contract.refuses(client + "-burst", "0", "-1", "1000000001", "9223372036854775808", "x")
                    .refuses(client + "-window", "0s", "999ms", "-1s", "1441m", "x");
        }
    }
}
