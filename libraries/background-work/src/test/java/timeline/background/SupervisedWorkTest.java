package timeline.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import timeline.testkit.Await;

class SupervisedWorkTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    @BeforeEach
    void start() {
        scheduler.initialize();
    }

    @AfterEach
    void stop() {
        scheduler.shutdown();
    }

    /** An executor never runs again what has thrown once. */
    @Test
    void workThatFailsInWhicheverWayIsCountedAndTriedAgain() {
        List<Supplier<Optional<Duration>>> rounds = List.of(() -> {
            throw new IllegalArgumentException("no answer");
        }, () -> {
            throw new IllegalStateException("a defect");
        }, () -> {
            throw new StackOverflowError("an error");
        }, Optional::empty);
        AtomicInteger round = new AtomicInteger();
        SupervisedWork work = new SupervisedWork("relay", Duration.ZERO, Duration.ofMillis(1),
                () -> rounds.get(round.getAndIncrement()).get(), Set.of(IllegalArgumentException.class), meters);

        var _ = scheduler.schedule(work, work);

        Await.that("the last round has ended", () -> round.get() == rounds.size());
        assertThat(meters.counter("background.failures", "work", "relay").count()).isEqualTo(3);
    }
}
