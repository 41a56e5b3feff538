package timeline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.settings.BadSettingException;
import timeline.testkit.settings.SettingsContract;

class UpstreamSettingsTest {
    private final SettingsContract<UpstreamSettings> contract = SettingsContract.of(UpstreamSettings.class);

    private final List<Upstreams> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Upstreams::close);
    }

    @Test
    void hasDefaults() {
        contract.hasDefaults(new UpstreamSettings(Duration.ofMillis(150), 0.5, Duration.ofMillis(800), 3,
                Duration.ofMillis(250), Duration.ofSeconds(10), 0.1, 100));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("connect-timeout", "1ms", "first-try", "0.25", "silent-after", "2ms", "silent-waiting", "4",
                        "probe-every", "5ms", "ramp", "6ms", "retry-share", "0.7", "retry-most", "8"),
                new UpstreamSettings(Duration.ofMillis(1), 0.25, Duration.ofMillis(2), 4, Duration.ofMillis(5),
                        Duration.ofMillis(6), 0.7, 8));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("connect-timeout", "0s", "-1ms", "61s", "x").refuses("first-try", "0", "1.1", "x", "NaN")
                .refuses("silent-after", "0s", "61s").refuses("silent-waiting", "0", "1001", "x")
                .refuses("probe-every", "0s", "61s").refuses("ramp", "-1s", "61s")
                .refuses("retry-share", "-0.1", "1.1", "NaN").refuses("retry-most", "-1", "100001");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "127.0.0.1:8080", "ftp://a", "https://a", "http://", "http://a b", "http://a,b"})
    void refusesAnAddressThatCanNotBeCalledAndNamesItsKey(String urls) {
        assertThatExceptionOfType(BadSettingException.class).isThrownBy(() -> upstreams(urls).to("tweet-service"))
                .withMessageStartingWith("timeline.tweet-service.urls must be ");
    }

    @Test
    void takesSeveralAddresses() {
        assertThat(upstreams("http://a:1, http://b").to("tweet-service").service()).isEqualTo("tweet-service");
    }

    private Upstreams upstreams(String urls) {
        Upstreams upstreams = new Upstreams(Map.of("timeline.tweet-service.urls", urls)::get, contract.bind(Map.of()),
                (service, header) -> {}, new SimpleMeterRegistry());
        opened.add(upstreams);
        return upstreams;
    }
}
