package timeline.fanout.config;

import timeline.testkit.RedisClusterStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import timeline.event.Topics;
import timeline.testkit.TestStores;
import timeline.testkit.service.ServiceUnderTest;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.OwedDeliveries;

/** The service with real Redis and Kafka, and with a graph and tweets that a test holds in its hands. */
final class RunningFanout extends ServiceUnderTest {
    static final int PARTITIONS = 3;

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

    /** What the services that write them would make. */
    static void makeTopics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestStores.kafka().bootstrapServers()))) {
            Set<String> there = admin.listTopics().names().get();
            admin.createTopics(Stream.of(Topics.TWEETS, Topics.FOLLOWS).filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())).toList()).all().get();
        }
    }
}
