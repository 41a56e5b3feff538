package timeline.tweet.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import timeline.testkit.Await;
import timeline.testkit.ManualClock;
import timeline.tweet.outbox.PromptPublisher;
import timeline.tweet.outbox.Settler;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.TweetsUnavailableException;

class SupervisedWorkTest {
    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTweets store = new InMemoryTweets(clock);
    private final Settler settler = new Settler(store, Runnable::run);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PromptPublisher publisher = new PromptPublisher(event -> {
        throw new IllegalStateException("nothing is to be published");
    }, settler, clock, defect -> {});
    private final OutboxMetrics metrics = new OutboxMetrics(store, publisher, settler, clock, meters);
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    @BeforeEach
    void start() {
        scheduler.initialize();
    }

    @AfterEach
    void stop() {
        scheduler.shutdown();
        publisher.close();
    }

    /** An executor never runs again what has thrown once. */
    @Test
    void workThatFailsInWhicheverWayIsCountedAndTriedAgain() {
        List<Supplier<Optional<Duration>>> rounds = List.of(() -> {
            throw new TweetsUnavailableException("no answer", null);
        }, () -> {
            throw new IllegalStateException("a defect");
        }, () -> {
            throw new StackOverflowError("an error");
        }, Optional::empty);
        AtomicInteger round = new AtomicInteger();
        SupervisedWork work = new SupervisedWork("relay", Duration.ZERO,
                () -> rounds.get(round.getAndIncrement()).get(),
                metrics);

        var _ = scheduler.schedule(work, work);

        Await.that("the last round has ended", () -> round.get() == rounds.size());
        assertThat(meters.counter("background.failures", "work", "relay").count()).isEqualTo(3);
    }
}
