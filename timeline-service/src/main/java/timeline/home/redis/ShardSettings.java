package timeline.home.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import timeline.settings.SettingRules;

/**
 * {@code timeline.shards.*}: when a shard of the cache is left alone.
 *
 * @param judgedCalls a shard is judged by its last so many calls, once there are half as many: when half of them failed, it is left alone
 * @param rest how long it is left alone before a few calls try it again; meanwhile its readers read the database at once
 */
@ConfigurationProperties("timeline.shards")
public record ShardSettings(@DefaultValue("20") int judgedCalls, @DefaultValue("1s") Duration rest) {
    public ShardSettings {
        SettingRules.under("timeline.shards").between("judged-calls", judgedCalls, 2, 1_000).upTo("rest", rest,
                Duration.ofMinutes(1));
    }

    /** As they are when nobody sets them. */
    public static ShardSettings defaults() {
        return new ShardSettings(20, Duration.ofSeconds(1));
    }
}
