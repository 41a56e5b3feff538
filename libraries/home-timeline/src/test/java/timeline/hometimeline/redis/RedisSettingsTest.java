package timeline.hometimeline.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class RedisSettingsTest {
    private final SettingsContract<RedisSettings> contract = SettingsContract.of(RedisSettings.class,
            Map.of("nodes", "a:1"));

    @Test
    void hasDefaults() {
        contract.hasDefaults(new RedisSettings(List.of("a:1"), Duration.ofMillis(150), Duration.ofSeconds(1),
                Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(2), 65_536,
                "",
                ""));
    }

    @Test
    void isTheSameWithoutSpring() {
        contract.hasDefaults(RedisSettings.of(List.of("a:1")));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("nodes", "redis-1:6379,127.0.0.1:2,[::1]:3", "read-timeout", "1ms", "push-timeout", "2ms",
                        "connect-timeout", "3ms", "refresh-period", "4ms", "refresh-interval", "5ms", "user-timeout",
                        "6ms", "queued-commands", "7", "username", "ada", "password", "sesame"),
                new RedisSettings(List.of("redis-1:6379", "127.0.0.1:2", "[::1]:3"), Duration.ofMillis(1),
                        Duration.ofMillis(2), Duration.ofMillis(3), Duration.ofMillis(4), Duration.ofMillis(5),
                        Duration.ofMillis(6), 7, "ada", "sesame"));
    }

    @Test
    void showsNoPassword() {
        assertThat(RedisSettings.of(List.of("a:1")).as("ada", "sesame").toString()).contains("ada")
                .doesNotContain("sesame");
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("nodes", "redis", "redis:", ":6379", "redis:65536", "a b:1", "redis://a:1", "user@a:1")
                .refuses(Map.of("nodes", ""), "nodes", "none").refuses("queued-commands", "0", "10000001", "x");
        for (String wait : List.of("read-timeout", "push-timeout", "connect-timeout", "refresh-period",
                "refresh-interval", "user-timeout")) {
            contract.refuses(wait, "0s", "-1ms", "61s", "x");
        }
        contract.refuses("refresh-period", "2501ms");
    }
}
