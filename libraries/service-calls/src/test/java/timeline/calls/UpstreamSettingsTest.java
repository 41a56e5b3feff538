package timeline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.settings.BadSettingException;
import timeline.testkit.settings.SettingsContract;

class UpstreamSettingsTest {
    private final SettingsContract<UpstreamSettings> contract = SettingsContract.of(UpstreamSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(
                new UpstreamSettings(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMillis(700), 10,
                        Duration.ofSeconds(1)));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("connect-timeout", "1ms", "response-timeout", "2ms", "failover-after", "3ms", "judged-calls",
                        "4",
                        "rest", "5ms"),
                new UpstreamSettings(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3), 4,
                        Duration.ofMillis(5)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("connect-timeout", "0s", "-1ms", "61s", "x").refuses("response-timeout", "0s", "61s")
                .refuses("failover-after", "0s", "61s").refuses("judged-calls", "0", "1001", "x")
                .refuses("rest", "0s", "61s");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "127.0.0.1:8080", "ftp://a", "http://", "http://a b", "http://a,b"})
    void refusesAnAddressThatCanNotBeCalledAndNamesItsKey(String urls) {
        assertThatExceptionOfType(BadSettingException.class).isThrownBy(() -> upstreams(urls).to("tweet-service"))
                .withMessageStartingWith("timeline.tweet-service.urls must be ");
    }

    @Test
    void takesSeveralAddresses() {
        assertThat(upstreams("http://a:1, https://b").to("tweet-service").service()).isEqualTo("tweet-service");
    }

    private Upstreams upstreams(String urls) {
        return new Upstreams(Map.of("timeline.tweet-service.urls", urls)::get, contract.bind(Map.of()),
                (service, header) -> {},
                new SimpleMeterRegistry());
    }
}
