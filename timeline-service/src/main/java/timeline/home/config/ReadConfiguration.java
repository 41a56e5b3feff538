package timeline.home.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import timeline.identity.Secrets;
import timeline.calls.Upstreams;
import timeline.home.FollowGraph;
import timeline.home.HomeTimeline;
import timeline.home.TimelineRebuilder;
import timeline.home.TweetHydrator;
import timeline.home.bodies.KeptBodies;
import timeline.home.client.FollowServiceGraph;
import timeline.home.http.InternalCeilingController;
import timeline.home.http.ReadMeters;
import timeline.home.http.TimelineController;
import timeline.home.merge.SideBySide;
import timeline.home.owed.Ceiling;
import timeline.home.redis.GuardedHomeTimelines;
import timeline.home.redis.ShardSettings;
import timeline.hometimeline.redis.RedisHomeTimelines;
import timeline.page.CursorCodec;
import timeline.tweetstore.Tweets;

/** The read path. */
@Configuration(proxyBeanMethods = false)
@Import({TimelineController.class, InternalCeilingController.class, ReadMeters.class})
class ReadConfiguration {
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService readThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("read-", 0).factory());
    }

    @Bean
    SideBySide sideBySide(ExecutorService readThreads, ReadSettings settings) {
        return new SideBySide(readThreads, settings.concurrentQueries());
    }

    @Bean
    GuardedHomeTimelines guardedHomeTimelines(RedisHomeTimelines redis, ShardSettings settings) {
        return new GuardedHomeTimelines(redis, redis, redis::shardOf, settings);
    }

    @Bean
    FollowGraph followGraph(Upstreams upstreams, ReadSettings settings) {
        return new FollowServiceGraph(upstreams.to("follow-service"), settings.followGraph(),
                settings.rememberedFollowees().toBytes());
    }

    @Bean
    TweetHydrator tweetHydrator(Tweets tweets, ExecutorService readThreads, KeptBodies bodies) {
        return new TweetHydrator(tweets, readThreads, System::nanoTime, bodies);
    }

    @Bean
    TimelineRebuilder timelineRebuilder(GuardedHomeTimelines timelines, FollowGraph graph, Tweets tweets,
            KeptBodies keptBodies, SideBySide sideBySide, ReadSettings settings, MeterRegistry meters) {
        TimelineRebuilder rebuilder = new TimelineRebuilder(timelines, graph, tweets, keptBodies, sideBySide,
                settings.limits(),
                System::nanoTime, outcome -> meters
                        .counter("timeline.rebuilds", "outcome", outcome.name().toLowerCase(Locale.ROOT)).increment());
        Gauge.builder("timeline.rebuilds.under.way", rebuilder, TimelineRebuilder::underWay).register(meters);
        Gauge.builder("timeline.cache.shards.resting", timelines, GuardedHomeTimelines::resting).register(meters);
        return rebuilder;
    }

    @Bean
    HomeTimeline homeTimeline(FollowGraph graph, GuardedHomeTimelines timelines, Tweets tweets, TweetHydrator hydrator,
            TimelineRebuilder rebuilder, SideBySide sideBySide, Ceiling ceiling, ReadSettings settings) {
        return new HomeTimeline(graph, timelines, timelines, tweets, hydrator, rebuilder, sideBySide,
                settings.limits(), ceiling, System::nanoTime);
    }

    @Bean
    CursorCodec cursorCodec(Secrets secrets) {
        return new CursorCodec(List.of(secrets.key(Secrets.CURSOR_KEY)));
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
