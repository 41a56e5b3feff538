package timeline.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final AtomicLong nanos = new AtomicLong(42);
    private final RetryBudget budget = new RetryBudget(0.1, 100, nanos::get);

    @Test
    void coversEverythingThatOneInstanceHeldWhenItDied() {
        assertThat(taken(1000)).isEqualTo(100);
    }

    @Test
    void addsNoMoreThanItsShareInTheLongRun() {
        taken(100);
        int repeated = 0;
        for (int i = 0; i < 10_000; i++) {
            budget.succeeded();
            repeated += taken(1);
        }
        assertThat(repeated).isBetween(990, 1000);
    }

    @Test
    void leavesOneASecondToWhomHardlyAnythingSucceeds() {
        taken(100);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(taken(100)).isEqualTo(5);
    }

    @Test
    void savesNoMoreThanIsAllowed() {
        for (int i = 0; i < 10_000; i++) {
            budget.succeeded();
        }
        assertThat(taken(1000)).isEqualTo(100);
    }

    private int taken(int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += budget.take() ? 1 : 0;
        }
        return taken;
    }
}
