package timeline.fanout.config;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import timeline.hometimeline.HomeTimelineWriter;
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
    HomeTimelineWriter homeTimelines(RedisCluster cluster) {
        return new RedisHomeTimelines(cluster, new SecureRandom(), RedisHomeTimelines.LEASE);
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
