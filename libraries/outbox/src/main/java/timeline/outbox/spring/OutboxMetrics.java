package timeline.outbox.spring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import timeline.background.Background;
import timeline.outbox.Backlog;
import timeline.outbox.PromptPublisher;
import timeline.outbox.Settler;

/**
 * What waits in the outbox: {@code outbox.events} and {@code outbox.age.seconds} (of the oldest), looked up in the background so that a scrape
 * never waits for the database; and what became of the entries: {@code outbox.published} promptly, {@code outbox.left.to.relay},
 * {@code outbox.relayed}, and {@code outbox.unsettled}.
 */
public final class OutboxMetrics {
    private final Supplier<Backlog> outbox;
    private final Counter relayed;
    private volatile Backlog backlog = Backlog.NONE;

    /** @param outbox looks what is owed; asked by {@link #look} alone */
    public OutboxMetrics(Supplier<Backlog> outbox, PromptPublisher<?> publisher, Settler<?> settler,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.relayed = meters.counter("outbox.relayed");
        Gauge.builder("outbox.events", () -> backlog.entries()).register(meters);
        Gauge.builder("outbox.age.seconds", () -> backlog.age().toMillis() / 1e3).register(meters);
        FunctionCounter.builder("outbox.published", publisher, PromptPublisher::published).register(meters);
        FunctionCounter.builder("outbox.left.to.relay", publisher, PromptPublisher::leftToRelay).register(meters);
        FunctionCounter.builder(Background.FAILURES, publisher, PromptPublisher::failures).tag("work", "publisher")
                .register(meters);
        FunctionCounter.builder("outbox.unsettled", settler, Settler::unsettled).register(meters);
    }

    public void look() {
        backlog = outbox.get();
    }

    public void relayed(int events) {
        relayed.increment(events);
    }
}
