package timeline.fanout.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import timeline.hometimeline.redis.RedisCluster;

/** Without the cache nothing can be delivered; what is posted meanwhile waits in the log. */
@Component("redis")
final class CacheHealth implements HealthIndicator {
    private final RedisCluster cluster;

    CacheHealth(RedisCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Health health() {
        return cluster.outage().map(reason -> Health.outOfService().withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
