package timeline.tweet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import timeline.tweetstore.cassandra.CassandraSettings;
import timeline.tweetstore.spring.CassandraProperties;

class SettingsTest {
    @Test
    void withoutSettingsTheLocalStackIsMeant() {
        assertThat(cassandra(Map.of()).settings())
                .isEqualTo(new CassandraSettings(List.of("127.0.0.1:19042"), "datacenter1", "timeline", 1));
        assertThat(moderation(Map.of()).words()).isEmpty();
    }

    @Test
    void everySettingHasItsKey() {
        assertThat(cassandra(
                Map.of("timeline.cassandra.contact-points", "a:1,b:2", "timeline.cassandra.datacenter", "west",
                        "timeline.cassandra.keyspace", "other", "timeline.cassandra.replicas", "3"))
                .settings())
                .isEqualTo(new CassandraSettings(List.of("a:1", "b:2"), "west", "other", 3));
        assertThat(moderation(Map.of("timeline.moderation.words", "spam,scam")).words()).containsExactly("spam",
                "scam");
    }

    @Test
    void aSettingThatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> cassandra(Map.of("timeline.cassandra.contact-points", "nowhere")).settings())
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> cassandra(Map.of("timeline.cassandra.replicas", "0")).settings())
                .hasMessageContaining("replica");
    }

    private static CassandraProperties cassandra(Map<String, String> settings) {
        return binder(settings).bindOrCreate("timeline.cassandra", CassandraProperties.class);
    }

    private static ModerationProperties moderation(Map<String, String> settings) {
        return binder(settings).bindOrCreate("timeline.moderation", ModerationProperties.class);
    }

    private static Binder binder(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings));
    }
}
