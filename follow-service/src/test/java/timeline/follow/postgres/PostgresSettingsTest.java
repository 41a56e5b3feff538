package timeline.follow.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class PostgresSettingsTest {
    private final SettingsContract<PostgresSettings> contract = SettingsContract.of(PostgresSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(new PostgresSettings(16, Duration.ofMillis(700), Duration.ofSeconds(2),
                Duration.ofSeconds(1), Duration.ofMillis(800), Duration.ofMillis(1200), Duration.ofSeconds(30)))
                .hasDefaults(PostgresSettings.defaults());
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("connections", "3", "connection-wait", "250ms", "connect-timeout", "4s", "socket-timeout", "5s",
                        "statement-timeout", "6ms", "transaction-timeout", "7ms", "migration-timeout", "8s"),
                new PostgresSettings(3, Duration.ofMillis(250), Duration.ofSeconds(4), Duration.ofSeconds(5),
                        Duration.ofMillis(6), Duration.ofMillis(7), Duration.ofSeconds(8)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("connections", "0", "-1", "1001", "x").refuses("connection-wait", "249ms", "2001ms", "x")
                .refuses("statement-timeout", "0s", "2001ms", "x").refuses("transaction-timeout", "0s", "2001ms");
        for (String driver : List.of("connect-timeout", "socket-timeout", "migration-timeout")) {
            contract.refuses(driver, "0s", "999ms", "1500ms", "61s", "x");
        }
    }

    @Test
    void aStatementEndsBeforeItsConnectionIsGivenUp() {
        contract.refuses(Map.of("statement-timeout", "1s"), "socket-timeout",
                "statement-timeout (1s)");
    }
}
