package timeline.tweetstore.spring;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.cassandra.CassandraSession;
import timeline.tweetstore.cassandra.CassandraSettings;
import timeline.tweetstore.cassandra.CassandraTweets;

/** Opens Cassandra, which need not be there when the service starts, and reads tweets from it. */
@AutoConfiguration
@EnableConfigurationProperties(CassandraSettings.class)
class TweetStoreAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    CassandraSession cassandraSession(CassandraSettings settings) {
        return CassandraSession.open(settings);
    }

    @Bean
    @ConditionalOnMissingBean
    Tweets tweets(CassandraSession session) {
        return new CassandraTweets(session, InstantSource.system());
    }
}
