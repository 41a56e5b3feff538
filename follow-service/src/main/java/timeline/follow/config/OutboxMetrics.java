package timeline.follow.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import timeline.follow.outbox.FollowOutbox;
import timeline.follow.outbox.FollowOutbox.Backlog;
import timeline.follow.outbox.PromptDelivery;

/**
 * What waits in the outbox: {@code outbox.events} and {@code outbox.age.seconds} (of the oldest). Looked up in the background, so that
 * a scrape never waits for the database; failures to look, and of the other
 * background work, are counted as {@code background.failures}.
 */
final class OutboxMetrics {
    private final FollowOutbox outbox;
    private final MeterRegistry meters;
    private volatile Backlog backlog = new Backlog(0, Duration.ZERO);

    OutboxMetrics(FollowOutbox outbox, PromptDelivery delivery, MeterRegistry meters) {
        this.outbox = outbox;
        this.meters = meters;
        Gauge.builder("outbox.events", () -> backlog.events()).register(meters);
        Gauge.builder("outbox.age.seconds", () -> backlog.age().toMillis() / 1e3).register(meters);
        FunctionCounter.builder("outbox.left.to.relay", delivery, PromptDelivery::leftToRelay).register(meters);
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
}
