package timeline.tweet.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import timeline.tweet.outbox.PromptPublisher;
import timeline.tweet.outbox.Settler;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetOutbox.Backlog;

/**
 * What waits in the outbox: {@code outbox.events} and {@code outbox.age.seconds} (of the oldest), looked up in the background so that a scrape
 * never waits for Cassandra; what was published at once, and what was left to the relay. Failures of the background work are counted as
 * {@code background.failures}.
 */
final class OutboxMetrics {
    private final TweetOutbox outbox;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private volatile Backlog backlog = Backlog.NONE;

    OutboxMetrics(TweetOutbox outbox, PromptPublisher publisher, Settler settler, InstantSource clock,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
        Gauge.builder("outbox.events", () -> backlog.entries()).register(meters);
        Gauge.builder("outbox.age.seconds", this::ageSeconds).register(meters);
        FunctionCounter.builder("outbox.published", publisher, PromptPublisher::published).register(meters);
        FunctionCounter.builder("outbox.left.to.relay", publisher, PromptPublisher::leftToRelay).register(meters);
        FunctionCounter.builder("background.failures", publisher, PromptPublisher::failures).tag("work", "publisher")
                .register(meters);
        FunctionCounter.builder("outbox.unsettled", settler, Settler::unsettled).register(meters);
    }

    void look() {
        backlog = outbox.backlog();
    }

    void relayed(int events) {
        meters.counter("outbox.relayed").increment(events);
    }

    void failed(String work) {
        meters.counter("background.failures", "work", work).increment();
    }

    private double ageSeconds() {
        return backlog.oldest().map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1e3).orElse(0.0);
    }
}
