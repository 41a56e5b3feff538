package timeline.home.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import timeline.home.ReadLimits;

class ReadSettingsTest {
    @Test
    void hasTheDomainsDefaults() {
        assertThat(bind(Map.of()).limits()).isEqualTo(ReadLimits.DEFAULT);
    }

    @Test
    void isReadUnderItsNames() {
        ReadSettings settings = bind(Map.ofEntries(Map.entry("timeline.read.follow-graph", "1ms"),
                Map.entry("timeline.read.remembered-followees", "2KB"),
                Map.entry("timeline.read.remembered-tweets", "3"),
                Map.entry("timeline.read.concurrent-queries", "4"), Map.entry("timeline.read.budget", "5ms"),
                Map.entry("timeline.read.own", "6ms"), Map.entry("timeline.read.celebrities", "7ms"),
                Map.entry("timeline.read.hydration", "8ms"), Map.entry("timeline.read.rebuild-patience", "9ms"),
                Map.entry("timeline.read.rebuild", "10ms"), Map.entry("timeline.read.concurrent-rebuilds", "11"),
                Map.entry("timeline.read.concurrent-database-reads", "12"),
                Map.entry("timeline.read.shed-after", "13ms"), Map.entry("timeline.read.scanned-entries", "14")));

        assertThat(settings.followGraph()).isEqualTo(Duration.ofMillis(1));
        assertThat(settings.rememberedFollowees().toBytes()).isEqualTo(2048);
        assertThat(settings.rememberedTweets()).isEqualTo(3);
        assertThat(settings.concurrentQueries()).isEqualTo(4);
        assertThat(settings.limits()).isEqualTo(new ReadLimits(Duration.ofMillis(5), Duration.ofMillis(6),
                Duration.ofMillis(7), Duration.ofMillis(8), Duration.ofMillis(9), Duration.ofMillis(10), 11, 12,
                Duration.ofMillis(13), 14));
    }

    @Test
    void refusesWhatBreaksAPromise() {
        assertThatThrownBy(() -> bind(Map.of("timeline.read.budget", "1900ms")).limits())
                .hasMessageContaining("2 s at most");
        assertThatThrownBy(() -> bind(Map.of("timeline.read.concurrent-rebuilds", "0")).limits())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bind(Map.of("timeline.read.follow-graph", "0ms")))
                .isInstanceOf(BindException.class);
    }

    private static ReadSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("timeline.read",
                ReadSettings.class);
    }
}
