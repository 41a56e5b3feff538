package timeline.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Deadline deadline = Deadline.in(Duration.ofMillis(100), nanos::get);

    @Test
    void shrinksAsTimeGoesBy() {
        assertThat(deadline.left()).isEqualTo(Duration.ofMillis(100));
        nanos.addAndGet(Duration.ofMillis(60).toNanos());
        assertThat(deadline.left()).isEqualTo(Duration.ofMillis(40));
        assertThat(deadline.hasPassed()).isFalse();
        nanos.addAndGet(Duration.ofMillis(60).toNanos());
        assertThat(deadline.left()).isZero();
        assertThat(deadline.hasPassed()).isTrue();
    }

    @Test
    void shortensATimeoutAndNeverLengthensIt() {
        assertThat(deadline.atMost(Duration.ofMillis(30))).isEqualTo(Duration.ofMillis(30));
        assertThat(deadline.atMost(Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void isNeverExtended() {
        assertThat(deadline.within(Duration.ofMillis(500)).left()).isEqualTo(Duration.ofMillis(100));
        Deadline sooner = deadline.within(Duration.ofMillis(30));
        nanos.addAndGet(Duration.ofMillis(10).toNanos());
        assertThat(sooner.left()).as("on the same clock").isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void keepsSomethingBackForTheWayHome() {
        assertThat(deadline.forNextService()).isEqualTo("50");
        nanos.addAndGet(Duration.ofMillis(90).toNanos());
        assertThat(deadline.forNextService()).isEqualTo("0");
    }

    @Test
    void holdsForTheWorkThatIsDoneUnderIt() {
        Deadline inside = deadline.call(Deadline::current);
        assertThat(inside).isSameAs(deadline);
        assertThat(deadline.call(Deadline::ofRequest)).containsSame(deadline);
        assertThat(Deadline.ofRequest()).isEmpty();
        assertThat(Deadline.current()).isNotSameAs(deadline);
        assertThat(Deadline.current().left()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
}
