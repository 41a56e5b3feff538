package timeline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeline.testkit.settings.SettingsContract;

/** A rolling restart: stopping an instance under load fails no request, not even a POST. */
class RollingRestartTest {
    @TempDir
    private Path folder;

    @Test
    void noCallFailsWhileAnInstanceStops() throws Exception {
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger answered = new AtomicInteger();
        try (Greeter staying = new Greeter(folder)) {
            Greeter leaving = new Greeter(folder);
            try (Upstreams upstreams = upstreams(staying, leaving);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Upstream upstream = upstreams.to("sample");
                AtomicBoolean goOn = new AtomicBoolean(true);
                for (int i = 0; i < 4; i++) {
                    threads.execute(() -> {
                        while (goOn.get()) {
                            call(upstream, answered, failures);
                        }
                    });
                }
                awaitMore(answered);
                leaving.close();
                awaitMore(answered);
                goOn.set(false);
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void call(Upstream upstream, AtomicInteger answered, Queue<RuntimeException> failures) {
        try {
            upstream.call(UpstreamRequest.post("/v1/open", Map.of()));
            answered.incrementAndGet();
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private static void awaitMore(AtomicInteger answered) {
        int enough = answered.get() + 200;
        long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (answered.get() < enough && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        assertThat(answered).hasValueGreaterThanOrEqualTo(enough);
    }

    private static Upstreams upstreams(Greeter one, Greeter two) {
        return new Upstreams(key -> one.url("/") + "," + two.url("/"),
                SettingsContract.of(UpstreamSettings.class).bind(Map.of()), (service, header) -> {},
                new SimpleMeterRegistry());
    }
}
