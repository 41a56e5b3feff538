package timeline.fanout.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FanoutSettingsTest {
    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new FanoutSettings(2000, 16, 3));
    }

    @Test
    void readsItsKeys() {
        assertThat(bind(Map.of("timeline.fanout.page-followers", "50", "timeline.fanout.lanes", "4",
                "timeline.fanout.consumers", "1"))).isEqualTo(new FanoutSettings(50, 4, 1));
    }

    @Test
    void refusesWhatCanNotWork() {
        for (String bad : new String[]{"page-followers=0", "page-followers=10001", "lanes=0", "consumers=0"}) {
            int equals = bad.indexOf('=');
            assertThatThrownBy(() -> bind(
                    Map.of("timeline.fanout." + bad.substring(0, equals), bad.substring(equals + 1))))
                    .as(bad).isInstanceOf(BindException.class);
        }
    }

    private static FanoutSettings bind(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys)).bindOrCreate("timeline.fanout",
                FanoutSettings.class);
    }
}
