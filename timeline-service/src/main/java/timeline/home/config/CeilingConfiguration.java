package timeline.home.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import timeline.background.Background;
import timeline.home.NewTweets;
import timeline.home.TweetHydrator;
import timeline.home.owed.Ceiling;
import timeline.home.owed.OwedList;
import timeline.home.owed.OwedLooks;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.TweetsUnavailableException;
import timeline.tweetstore.cassandra.CassandraOwedDeliveries;
import timeline.tweetstore.cassandra.CassandraSession;

/** What is owed to the timelines: looked at beside the reads, and used by them (ADR 0026). */
@Configuration(proxyBeanMethods = false)
class CeilingConfiguration {
    @Bean
    @ConditionalOnMissingBean
    OwedDeliveries owedDeliveries(CassandraSession session) {
        return new CassandraOwedDeliveries(session, InstantSource.system(), new SecureRandom());
    }

    @Bean
    OwedList owedList(MeterRegistry meters) {
        OwedList list = new OwedList();
        InstantSource clock = InstantSource.system();
        Gauge.builder("timeline.owed.entries", list, OwedList::entries).register(meters);
        Gauge.builder("timeline.owed.age.seconds", list, it -> it.oldest()
                .map(oldest -> seconds(Duration.between(oldest, clock.instant()))).orElse(0.0)).register(meters);
        return list;
    }

    @Bean
    Ceiling ceiling(OwedList list, ReadSettings settings, MeterRegistry meters) {
        Ceiling ceiling = new Ceiling(list, InstantSource.system(), System::nanoTime, settings.ceiling());
        FunctionCounter.builder("timeline.reads.mended", ceiling, Ceiling::mended).register(meters);
        Gauge.builder("timeline.list.age.seconds", ceiling,
                it -> it.age().map(CeilingConfiguration::seconds).orElse(Double.NaN)).register(meters);
        Gauge.builder("timeline.ceiling", ceiling, it -> it.isOn() ? 1 : 0).register(meters);
        return ceiling;
    }

    /** Looks at the book of debts, beside the reads and for all of them. What the longer look takes does not hold up the other. */
    @Bean
    Background owedWork(OwedDeliveries owed, OwedList list, TweetHydrator hydrator, MeterRegistry meters) {
        OwedLooks looks = new OwedLooks(owed, list, InstantSource.system(), System::nanoTime);
        NewTweets newTweets = new NewTweets(looks, hydrator, System::nanoTime);
        return new Background(Set.of(TweetsUnavailableException.class), meters)
                .every(OwedLooks.OFTEN, "debts", () -> {
                    newTweets.look();
                    if (looks.isEverythingDue()) {
                        looks.lookAtEverything();
                    }
                }).every(OwedLooks.RARELY, "debts", looks::lookAtEverything);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
