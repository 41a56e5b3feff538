package timeline.hometimeline.spring;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import timeline.hometimeline.redis.RedisSettings;

/**
 * {@code timeline.redis.*}: where the home timelines are.
 *
 * @param nodes of the cluster, {@code host:port} each
 */
@ConfigurationProperties("timeline.redis")
record RedisProperties(List<String> nodes) {
    RedisSettings settings() {
        return RedisSettings.of(nodes);
    }
}
