package timeline.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeline.testkit.settings.SettingsContract;

class TokenSettingsTest {
    private final SettingsContract<TokenSettings> contract = SettingsContract.of(TokenSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(new TokenSettings(null, "timeline-dev", "timeline-api", Duration.ofSeconds(60),
                Duration.ofMinutes(10), Duration.ofHours(24), Duration.ofMillis(500), List.of()));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("jwk-set-uri", "https://issuer.example/keys", "issuer", "i", "audience", "a", "leeway", "1s",
                        "keys-kept", "2s", "keys-kept-in-outage", "3s", "keys-timeout", "4ms", "open",
                        "POST /v1/a,GET /v1/b"),
                new TokenSettings(URI.create("https://issuer.example/keys"), "i", "a", Duration.ofSeconds(1),
                        Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofMillis(4),
                        List.of("POST /v1/a", "GET /v1/b")));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("jwk-set-uri", "://").refuses("issuer", "", " ").refuses("audience", "", " ")
                .refuses("leeway", "-1s", "11m", "x").refuses("keys-kept", "0s", "1441m")
                .refuses("keys-kept-in-outage", "9m", "10081m", "x").refuses("keys-timeout", "0s", "1001ms", "x")
                .refuses("open", "POST", "/v1/users", "post /v1/users", "POST v1/users");
    }
}
