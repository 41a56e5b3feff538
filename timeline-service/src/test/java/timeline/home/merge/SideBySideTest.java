package timeline.home.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.home.merge.SourceUnavailableException.Reason;
import timeline.tweetstore.TweetsUnavailableException;

class SideBySideTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void cancelsWhatIsNotDoneInTime() {
        CompletableFuture<String> never = new CompletableFuture<>();

        assertThatThrownBy(() -> SideBySide.await(never, Deadline.in(Duration.ofMillis(1), nanos::get)))
                .isInstanceOfSatisfying(SourceUnavailableException.class,
                        unavailable -> assertThat(unavailable.reason()).isEqualTo(Reason.TOO_SLOW));
        assertThat(never).isCancelled();
    }

    @Test
    void tellsAnOutageFromADefect() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(1), nanos::get);

        assertThatThrownBy(() -> SideBySide
                .await(CompletableFuture.failedFuture(new TweetsUnavailableException("down", null)), deadline))
                .isInstanceOf(SourceUnavailableException.class);
        assertThatThrownBy(() -> SideBySide.await(CompletableFuture.failedFuture(new ArithmeticException()), deadline))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void runsNoMoreQueriesAtOnceThanAllowed() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> queries = IntStream.range(0, 50).<Callable<Integer>>mapToObj(number -> () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                running.decrementAndGet();
                return number;
            }).toList();

            List<Integer> results = new SideBySide(threads, 3).all(queries,
                    Deadline.in(Duration.ofSeconds(30), System::nanoTime));

            assertThat(results).isEqualTo(IntStream.range(0, 50).boxed().toList());
            assertThat(most.get()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void cancelsTheOthersWhenOneQueryFails() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> failing = () -> {
                throw new TweetsUnavailableException("down", null);
            };
            Callable<String> hanging = () -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException cancelled) {
                    interrupted.countDown();
                }
                return "";
            };

            assertThatThrownBy(() -> new SideBySide(threads, 2).all(List.of(failing, hanging),
                    Deadline.in(Duration.ofSeconds(30), System::nanoTime)))
                    .isInstanceOf(SourceUnavailableException.class);
        }
        assertThat(interrupted.getCount()).isZero();
    }
}
