package timeline.edge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import timeline.testkit.settings.SettingsContract;

class HttpSettingsTest {
    private static final long MEGABYTE = 1024 * 1024;

    private final SettingsContract<HttpSettings> contract = SettingsContract.of(HttpSettings.class);

    @Test
    void hasDefaults() {
        contract.hasDefaults(settings(0, DataSize.ofKilobytes(512), 0));
    }

    @Test
    void readsEveryKey() {
        contract.readsEveryKey(
                Map.of("body-limit", "1B", "budget", "2ms", "heeds-callers", "false", "most-in-flight", "3",
                        "bytes-per-request", "4KB", "most-connections", "5", "drain", "6ms"),
                new HttpSettings(DataSize.ofBytes(1), Duration.ofMillis(2), false, 3, DataSize.ofKilobytes(4), 5,
                        Duration.ofMillis(6)));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("body-limit", "0B", "-1B", "16777216B", "much").refuses("budget", "0s", "-1ms", "61s", "soon")
                .refuses("heeds-callers", "perhaps").refuses("most-in-flight", "-1", "100001", "2.5", "many")
                .refuses("bytes-per-request", "0B", "1023B", "1GB").refuses("most-connections", "-1", "1000001")
                .refuses("drain", "-1ms", "61s");
    }

    @Test
    void takesAsManyRequestsAsHalfOfTheHeapHolds() {
        HttpSettings settings = settings(0, DataSize.ofKilobytes(512), 0);
        assertThat(settings.mostInFlight(192 * MEGABYTE)).isEqualTo(192);
        assertThat(settings.mostConnections(192 * MEGABYTE)).isEqualTo(768);
        assertThat(settings.mostInFlight(1)).isEqualTo(16);
        assertThat(settings.mostInFlight(100_000 * MEGABYTE)).isEqualTo(2000);
        assertThat(settings(0, DataSize.ofMegabytes(1), 0).mostInFlight(192 * MEGABYTE)).isEqualTo(96);
    }

    @Test
    void takesWhatItIsTold() {
        assertThat(settings(7, DataSize.ofKilobytes(512), 0).mostInFlight(1)).isEqualTo(7);
        assertThat(settings(0, DataSize.ofKilobytes(512), 7).mostConnections(1)).isEqualTo(7);
    }

    private static HttpSettings settings(int mostInFlight, DataSize bytesPerRequest, int mostConnections) {
        return new HttpSettings(DataSize.ofKilobytes(16), Duration.ofMillis(1800), true, mostInFlight, bytesPerRequest,
                mostConnections, Duration.ofMillis(300));
    }
}
