package timeline.fanout.config;

import timeline.testkit.RedisClusterStore;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import timeline.testkit.TestStores;
import timeline.testkit.service.ServiceUnderTest;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.OwedDeliveries;

/** The service with real Redis and Kafka, and with a graph and tweets that a test holds in its hands. */
final class RunningFanout extends ServiceUnderTest {
    RunningFanout(Path folder, String followService, InMemoryTweets tweets) {
        super(new SpringApplicationBuilder(FanoutService.class).initializers(
                starting -> {
                    GenericApplicationContext context = (GenericApplicationContext) starting;
                    context.registerBean("testTweets", InMemoryTweets.class, () -> tweets);
                    context.registerBean("testDebts", OwedDeliveries.class, tweets::owedDeliveries);
                }),
                folder,
                List.of("spring.kafka.bootstrap-servers=" + TestStores.kafka().bootstrapServers(),
                        "timeline.redis.nodes=" + TestStores.redisCluster().addresses(),
                        "timeline.redis.password=" + RedisClusterStore.password("fanout-service"),
                        "timeline.cassandra.contact-points=127.0.0.1:1",
                        "timeline.follow-service.urls=" + followService,
                        "timeline.fanout.page-followers=50"));
    }
}
