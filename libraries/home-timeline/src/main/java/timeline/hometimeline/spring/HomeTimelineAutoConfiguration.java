package timeline.hometimeline.spring;

import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import timeline.hometimeline.redis.RedisCluster;
import timeline.hometimeline.redis.RedisHomeTimelines;
import timeline.hometimeline.redis.RedisPrimaries;
import timeline.hometimeline.redis.RedisSettings;

/** Connects to Redis, which need not be there when the service starts, and keeps the home timelines in it. */
@AutoConfiguration
@EnableConfigurationProperties(RedisSettings.class)
class HomeTimelineAutoConfiguration {
    @Bean
    RedisCluster redisCluster(RedisSettings settings) {
        return RedisCluster.connect(settings);
    }

    @Bean
    RedisPrimaries cachePrimaries(RedisCluster cluster) {
        return new RedisPrimaries(cluster, System::nanoTime);
    }

    @Bean
    RedisHomeTimelines redisHomeTimelines(RedisCluster cluster) {
        return new RedisHomeTimelines(cluster, new SecureRandom(), RedisHomeTimelines.LEASE);
    }
}
