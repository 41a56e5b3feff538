package timeline.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Standstill standstill = new Standstill(Duration.ofMillis(400), Duration.ofSeconds(1), nanos::get);

    @Test
    void isNoneWhileItTicks() {
        for (int i = 0; i < 100; i++) {
            pass(399);
            assertThat(standstill.isJustOver()).isFalse();
            standstill.tick();
            assertThat(standstill.isJustOver()).isFalse();
        }
    }

    @Test
    void isNoticedBeforeTheFirstTickAfterIt() {
        pass(400);
        assertThat(standstill.isJustOver()).isTrue();
    }

    @Test
    void isDoubtedForAWhileAfterwards() {
        pass(10_000);
        standstill.tick();
        for (int i = 0; i < 9; i++) {
            pass(100);
            standstill.tick();
            assertThat(standstill.isJustOver()).isTrue();
        }
        pass(100);
        assertThat(standstill.isJustOver()).isFalse();
    }

    private void pass(int millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
