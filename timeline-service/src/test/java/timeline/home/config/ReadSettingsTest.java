package timeline.home.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import timeline.home.ReadLimits;
import timeline.testkit.settings.SettingsContract;

class ReadSettingsTest {
    private final SettingsContract<ReadSettings> contract = SettingsContract.of(ReadSettings.class);

    @Test
    void hasTheDomainsDefaults() {
        assertThat(contract.bind(Map.of()).limits()).isEqualTo(ReadLimits.DEFAULT);
        contract.hasDefaults(new ReadSettings(Duration.ofMillis(450), DataSize.ofMegabytes(64), 50_000, 4,
                Duration.ofMillis(1500), Duration.ofMillis(600), Duration.ofMillis(800), Duration.ofMillis(300),
                Duration.ofMillis(250), Duration.ofSeconds(4), 8, 32, Duration.ofMillis(100), 2000, 100, true));
    }

    @Test
    void readsEveryKey() {
        ReadSettings expected = new ReadSettings(Duration.ofMillis(1), DataSize.ofKilobytes(2), 3, 14,
                Duration.ofMillis(5), Duration.ofMillis(6), Duration.ofMillis(7), Duration.ofMillis(8),
                Duration.ofMillis(9), Duration.ofMillis(10), 11, 12, Duration.ofMillis(13), 15, 16, false);
        contract.readsEveryKey(Map.ofEntries(Map.entry("follow-graph", "1ms"), Map.entry("remembered-followees", "2KB"),
                Map.entry("remembered-tweets", "3"), Map.entry("concurrent-queries", "14"), Map.entry("budget", "5ms"),
                Map.entry("own", "6ms"), Map.entry("celebrities", "7ms"), Map.entry("hydration", "8ms"),
                Map.entry("rebuild-patience", "9ms"), Map.entry("rebuild", "10ms"),
                Map.entry("concurrent-rebuilds", "11"), Map.entry("concurrent-database-reads", "12"),
                Map.entry("shed-after", "13ms"), Map.entry("scanned-entries", "15"), Map.entry("rebuilt-entries", "16"),
                Map.entry("ceiling", "off")),
                expected);
        assertThat(expected.limits()).isEqualTo(new ReadLimits(Duration.ofMillis(5), Duration.ofMillis(6),
                Duration.ofMillis(7), Duration.ofMillis(8), Duration.ofMillis(9), Duration.ofMillis(10), 11, 12,
                Duration.ofMillis(13), 15, 16));
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        contract.refuses("follow-graph", "0s", "2001ms", "x").refuses("remembered-followees", "0B", "68719476736B", "x")
                .refuses("remembered-tweets", "0", "100000001").refuses("concurrent-queries", "0", "1025")
                .refuses("budget", "0s", "2001ms").refuses("own", "0s", "2001ms").refuses("celebrities", "0s", "2001ms")
                .refuses("hydration", "-1ms", "2001ms").refuses("rebuild-patience", "-1ms", "2001ms")
                .refuses("rebuild", "0s", "5s").refuses("concurrent-rebuilds", "0", "10001")
                .refuses("concurrent-database-reads", "0", "10001").refuses("shed-after", "-1ms", "2001ms")
                .refuses("scanned-entries", "0", "1000001").refuses("rebuilt-entries", "0", "801")
                .refuses("ceiling", "perhaps");
    }

    @Test
    void aReadAndItsHydrationEndWithinWhatIsPromised() {
        contract.refuses(Map.of("budget", "1701ms"), "budget", "1701ms")
                .refuses(Map.of("budget", "1500ms", "hydration", "501ms"), "budget", "501ms");
    }
}
