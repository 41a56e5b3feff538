package timeline.fanout.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import timeline.calls.Upstreams;
import timeline.fanout.Backfill;
import timeline.fanout.FanoutPolicy;
import timeline.fanout.FanoutWorker;
import timeline.fanout.OwedBackfill;
import timeline.fanout.Settling;
import timeline.fanout.TweetDelivery;
import timeline.fanout.client.FollowServiceClient;
import timeline.fanout.kafka.EventConsumers;
import timeline.fanout.kafka.EventSource;
import timeline.fanout.kafka.FanoutMetrics;
import timeline.fanout.kafka.Lanes;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.tweetstore.Tweets;

/** From the log, through the graph, into the timelines. */
@Configuration(proxyBeanMethods = false)
class FanoutConfiguration {
    @Bean
    FollowServiceClient followService(Upstreams upstreams) {
        return new FollowServiceClient(upstreams.to("follow-service"));
    }

    @Bean
    FanoutWorker fanoutWorker(FollowServiceClient graph, Tweets tweets, HomeTimelineWriter timelines,
            CachePrimaries primaries, FanoutSettings settings) {
        return new FanoutWorker(graph, graph, new FanoutPolicy(), tweets, timelines, primaries,
                settings.pageFollowers());
    }

    @Bean
    Backfill backfill(Tweets tweets, HomeTimelineWriter timelines, CachePrimaries primaries,
            Settling<OwedBackfill> settling) {
        return new Backfill(tweets, timelines, primaries, settling);
    }

    @Bean
    FanoutMetrics fanoutMetrics(MeterRegistry meters) {
        return new FanoutMetrics(meters, InstantSource.system());
    }

    @Bean
    Lanes lanes(FanoutSettings settings) {
        return new Lanes(settings.lanes());
    }

    @Bean
    EventConsumers eventConsumers(ConsumerFactory<byte[], byte[]> factory, KafkaTemplate<byte[], byte[]> kafka,
            Lanes lanes, FanoutMetrics metrics, FanoutSettings settings) {
        return new EventConsumers(factory, kafka, lanes, metrics, settings.turn(), settings.longestWait());
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> tweetsConsumer(EventConsumers consumers, TweetDelivery delivery,
            FanoutSettings settings) {
        return consumers.consume(EventSource.tweets(delivery), settings.consumers());
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> followsConsumer(EventConsumers consumers, Backfill backfill,
            FanoutSettings settings) {
        return consumers.consume(EventSource.follows(backfill), settings.consumers());
    }
}
