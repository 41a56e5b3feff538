package timeline.fanout.config;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import timeline.hometimeline.redis.RedisCluster;

/**
 * Without the cache nothing can be delivered; what is posted meanwhile waits in the log. A part of it that is lost keeps nobody from the
 * others, so it is told, and no reason not to be ready.
 */
@Component("redis")
final class CacheHealth implements HealthIndicator {
    private final RedisCluster cluster;

    CacheHealth(RedisCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Health health() {
        RedisCluster.Reach reach = cluster.reach();
        Health.Builder health = reach.any() ? Health.up() : Health.outOfService();
        reach.missing().ifPresent(reason -> health.withDetail("reason", reason));
        return health.build();
    }
}
