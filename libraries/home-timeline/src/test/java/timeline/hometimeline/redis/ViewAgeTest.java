package timeline.hometimeline.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ViewAgeTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final ViewAge age = new ViewAge(nanos::get);

    @Test
    void isNotFreshBeforeTheFirstLook() {
        assertThat(age.isFresh()).isFalse();
    }

    @Test
    void countsFromTheBeginningOfTheLook() {
        long began = age.begin();
        pass(Duration.ofSeconds(2));
        age.seen(began);
        pass(Duration.ofMillis(2_999));
        assertThat(age.isFresh()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(age.isFresh()).isFalse();
    }

    @Test
    void isNotMadeOlderByALookThatTookLong() {
        long slow = age.begin();
        pass(Duration.ofSeconds(4));
        age.seen(age.begin());
        age.seen(slow);
        pass(Duration.ofSeconds(4));
        assertThat(age.isFresh()).isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
