package timeline.home.config;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import timeline.home.redis.GuardedHomeTimelines;
import timeline.hometimeline.redis.RedisCluster;
import timeline.hometimeline.redis.RedisHomeTimelines;
import timeline.hometimeline.redis.RedisSettings;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.CassandraSettings;
import timeline.tweetstore.cassandra.CassandraTweets;

/** The stores. None of them needs to be there when the service starts. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean
    RedisCluster redisCluster(StoreSettings settings) {
        return RedisCluster.connect(RedisSettings.of(settings.redis().nodes()));
    }

    @Bean
    GuardedHomeTimelines homeTimelines(RedisCluster cluster) {
        RedisHomeTimelines redis = new RedisHomeTimelines(cluster, new SecureRandom(), RedisHomeTimelines.LEASE);
        return new GuardedHomeTimelines(redis, redis);
    }

    @Bean
    CassandraSession cassandraSession(StoreSettings settings) {
        StoreSettings.Cassandra cassandra = settings.cassandra();
        return CassandraSession.open(new CassandraSettings(cassandra.contactPoints(), cassandra.datacenter(),
                cassandra.keyspace(), cassandra.replicas()));
    }

    @Bean
    Tweets tweets(CassandraSession session) {
        return new CassandraTweets(session, InstantSource.system());
    }
}
