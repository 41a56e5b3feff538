package timeline.outbox.spring;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class OutboxSettingsTest {
    private final SettingsContract<OutboxSettings> contract = SettingsContract.of(OutboxSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(
                new OutboxSettings(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(5), 500));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("left-over-after", "3s", "relay-pause", "200ms", "longest-relay-pause", "10s", "relay-entries",
                        "7"),
                new OutboxSettings(Duration.ofSeconds(3), Duration.ofMillis(200), Duration.ofSeconds(10), 7));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("left-over-after", "0s", "99ms", "61s", "x").refuses("relay-pause", "0s", "99ms", "61s", "x")
                .refuses("longest-relay-pause", "999ms", "61s", "x").refuses("relay-entries", "0", "5001", "x");
    }
}
