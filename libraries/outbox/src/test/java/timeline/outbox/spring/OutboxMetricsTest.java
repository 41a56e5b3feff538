package timeline.outbox.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import timeline.outbox.Backlog;
import timeline.outbox.Delivery;
import timeline.outbox.PromptPublisher;
import timeline.outbox.Settler;

class OutboxMetricsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Settler<Integer> settler = new Settler<>() {
        @Override
        public CompletableFuture<Boolean> settle(Integer entry) {
            return CompletableFuture.completedFuture(entry != 2);
        }

        @Override
        public long unsettled() {
            return 1;
        }
    };
    private final PromptPublisher<Integer> publisher = new PromptPublisher<>(new Delivery<>(event -> event == 3
            ? CompletableFuture.failedFuture(new IllegalStateException("refused"))
            : CompletableFuture.completedFuture(event), settler), Duration.ofSeconds(2), InstantSource.system(),
            defect -> {});
    private final OutboxMetrics metrics = new OutboxMetrics(() -> new Backlog(3, Duration.ofMillis(1_500)), publisher,
            settler, meters);

    @Test
    void tellsWhatBecameOfEachEntry() {
        for (int entry = 1; entry <= 3; entry++) {
            publisher.publishPromptly(entry);
        }
        publisher.close();
        metrics.relayed(5);

        assertThat(counter("outbox.published")).isEqualTo(2);
        assertThat(counter("outbox.unsettled")).isEqualTo(1);
        assertThat(counter("outbox.left.to.relay")).isEqualTo(1);
        assertThat(counter("outbox.relayed")).isEqualTo(5);
        assertThat(counter("background.failures")).isZero();
    }

    @Test
    void tellsWhatWaitsAsOfTheLastLook() {
        assertThat(meters.get("outbox.events").gauge().value()).isZero();

        metrics.look();

        assertThat(meters.get("outbox.events").gauge().value()).isEqualTo(3);
        assertThat(meters.get("outbox.age.seconds").gauge().value()).isEqualTo(1.5);
        publisher.close();
    }

    private double counter(String name) {
        return meters.get(name).meter().measure().iterator().next().getValue();
    }
}
