package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void makesOnceAndOnlyWhenAsked() {
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);
        assertThat(made).hasValue(0);
        assertThat(lazy.get()).isEqualTo(1);
        assertThat(lazy.get()).isEqualTo(1);
    }

    @Test
    void failsAgainWithoutTryingAgain() {
        Lazy<Integer> lazy = new Lazy<>(() -> {
            throw new IllegalStateException("failure " + made.incrementAndGet());
        });
        assertThatThrownBy(lazy::get).hasMessage("failure 1");
        assertThatThrownBy(lazy::get).hasMessage("failure 1");
    }
}
