package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksUntilTheFactHolds() {
        Await.that("looked three times", () -> looks.incrementAndGet() == 3);
        assertThat(looks).hasValue(3);
    }

    @Test
    void takesAnExceptionForNotYet() {
        String value = Await.within(Duration.ofSeconds(10)).value("there", () -> {
            if (looks.incrementAndGet() < 3) {
                throw new IOException("connection refused");
            }
            return Optional.of("value");
        });
        assertThat(value).isEqualTo("value");
    }

    @Test
    void looksAtLeastOnce() {
        Await.within(Duration.ZERO).until("true", () -> true);
    }

    @Test
    void namesTheFactAndTheLastFailureAtTheDeadline() {
        Await soon = Await.within(Duration.ofMillis(50));
        assertThatThrownBy(() -> soon.until("pigs fly", () -> false)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("pigs fly").hasMessageContaining("0.05 s");
        assertThatThrownBy(() -> soon.untilPasses("it is two", () -> assertThat(1).isEqualTo(2)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("it is two").hasMessageContaining("2")
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Await.that("pigs fly", () -> false)).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }
}
