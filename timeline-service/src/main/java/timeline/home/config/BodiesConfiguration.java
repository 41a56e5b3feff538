package timeline.home.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import timeline.background.Background;
import timeline.calls.Upstreams;
import timeline.home.bodies.DeletionRounds;
import timeline.home.bodies.Deletions;
import timeline.home.bodies.DeletionsUnavailableException;
import timeline.home.bodies.KeptBodies;
import timeline.home.bodies.KnownDeletions;
import timeline.home.client.TweetServiceDeletions;

/** The bodies that are kept, and what tells that they may be (ADR 0028). */
@Configuration(proxyBeanMethods = false)
class BodiesConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Deletions deletions(Upstreams upstreams) {
        return new TweetServiceDeletions(upstreams.to("tweet-service").each());
    }

    @Bean
    KnownDeletions knownDeletions(MeterRegistry meters) {
        KnownDeletions known = new KnownDeletions(InstantSource.system(), System::nanoTime);
        Gauge.builder("timeline.deletions.age.seconds", known,
                it -> it.age().map(age -> age.toMillis() / 1e3).orElse(Double.NaN)).register(meters);
        return known;
    }

    @Bean
    KeptBodies keptBodies(KnownDeletions known, ReadSettings settings, MeterRegistry meters) {
        KeptBodies bodies = new KeptBodies(known, System::nanoTime, settings.rememberedTweets());
        Gauge.builder("timeline.bodies.kept", bodies, KeptBodies::size).register(meters);
        FunctionCounter.builder("timeline.bodies.dropped", bodies, KeptBodies::dropped).register(meters);
        FunctionCounter.builder("timeline.hydration", bodies, KeptBodies::hits).tag("result", "hit").register(meters);
        FunctionCounter.builder("timeline.hydration", bodies, KeptBodies::misses).tag("result", "miss")
                .register(meters);
        return bodies;
    }

    /** Asks the tweet-services what they have deleted, beside the reads and for all of them. */
    @Bean
    Background deletionWork(Deletions deletions, KnownDeletions known, ExecutorService readThreads,
            MeterRegistry meters) {
        DeletionRounds rounds = new DeletionRounds(deletions, known, readThreads, InstantSource.system(),
                System::nanoTime);
        Gauge.builder("timeline.deletions.instances", rounds, DeletionRounds::instances).register(meters);
        return new Background(Set.of(DeletionsUnavailableException.class), meters).every(DeletionRounds.EVERY,
                "deletions", () -> {
                    if (!rounds.ask()) {
                        throw new DeletionsUnavailableException("not every instance has answered", null);
                    }
                });
    }
}
