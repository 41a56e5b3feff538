package timeline.gateway.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WarmthTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong compiledMillis = new AtomicLong();
    private final Warmth warmth = new Warmth(nanos::get, compiledMillis::get);

    @Test
    void isWarmWhenCallsAreSteadyAndNothingIsCompiled() {
        call(500, 10, 5);
        assertThat(warmth.isWarm()).as("compiling").isFalse();
        call(100, 10, 0);
        assertThat(warmth.isWarm()).isTrue();
    }

    @Test
    void isColdWhileCallsAreSlowerThanTheyWere() {
        call(400, 10, 0);
        call(50, 20, 0);
        assertThat(warmth.isWarm()).isFalse();
        call(50, 10, 0);
        assertThat(warmth.isWarm()).isTrue();
    }

    @Test
    void isColdAfterAFewCallsHoweverFastTheyAre() {
        call(399, 100, 0);
        assertThat(warmth.isWarm()).isFalse();
        call(1, 100, 0);
        assertThat(warmth.isWarm()).isTrue();
        assertThat(warmth.calls()).isEqualTo(400);
    }

    private void call(int times, int millis, int compiled) {
        for (int i = 0; i < times; i++) {
            nanos.addAndGet(Duration.ofMillis(millis).toNanos());
            compiledMillis.addAndGet(compiled);
            warmth.called(Duration.ofMillis(millis));
        }
    }
}
