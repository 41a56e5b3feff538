package timeline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rolling restart: stopping an instance under load fails no request, not even a POST. */
class RollingRestartTest {
    @TempDir
    private Path folder;

    @Test
    void noCallFailsWhileAnInstanceStops() throws Exception {
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean goOn = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Greeter staying = new Greeter(folder)) {
            List<Future<?>> callers = new ArrayList<>();
            Greeter leaving = new Greeter(folder);
            Upstream upstream = upstream(staying, leaving);
            for (int i = 0; i < 4; i++) {
                callers.add(threads.submit(() -> {
                    while (goOn.get()) {
                        try {
                            upstream.call(UpstreamRequest.post("/v1/open", Map.of()));
                            answered.incrementAndGet();
                        } catch (RuntimeException failure) {
                            failures.add(failure);
                        }
                    }
                }));
            }
            awaitMore(answered);
            leaving.close();
            awaitMore(answered);
            goOn.set(false);
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void awaitMore(AtomicInteger answered) {
        int enough = answered.get() + 200;
        long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (answered.get() < enough && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        assertThat(answered).hasValueGreaterThanOrEqualTo(enough);
    }

    private static Upstream upstream(Greeter one, Greeter two) {
        UpstreamSettings settings = new UpstreamSettings(Duration.ofMillis(300), Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                10, Duration.ofSeconds(1));
        return new Upstreams(key -> one.url("/") + "," + two.url("/"), settings, (service, header) -> {},
                new SimpleMeterRegistry()).to("sample");
    }
}
