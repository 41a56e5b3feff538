package timeline.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QueueDelayTest {
    private final AtomicLong nanos = new AtomicLong(42);
    private final QueueDelay delay = new QueueDelay(Duration.ofMillis(100), nanos::get);

    @Test
    void tellsTheMedianOfTheLastWindow() {
        for (int i = 1; i <= 9; i++) {
            delay.waited(i);
        }
        assertThat(delay.nanos()).as("the window is not over").isZero();
        pass(100);
        assertThat(delay.nanos()).isEqualTo(5);
    }

    @Test
    void oneThatWaitedLongIsNoQueue() {
        for (int i = 0; i < 10; i++) {
            delay.waited(i == 3 ? 1_000_000_000 : 1);
        }
        pass(100);
        assertThat(delay.nanos()).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsLongerAgo() {
        delay.waited(7);
        pass(200);
        assertThat(delay.nanos()).isZero();
        delay.waited(8);
        pass(150);
        assertThat(delay.nanos()).isEqualTo(8);
        pass(150);
        assertThat(delay.nanos()).as("nothing was begun since").isZero();
    }

    @Test
    void looksAtTheLatestOfMany() {
        for (int i = 0; i < 10_000; i++) {
            delay.waited(i < 9_000 ? 1 : 9);
        }
        pass(100);
        assertThat(delay.nanos()).isEqualTo(9);
    }

    private void pass(int millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
