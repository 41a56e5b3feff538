package timeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayPaceTest {
    private final RelayPace pace = new RelayPace(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void followsTheWork() {
        assertThat(pace.after(new RelayRound(0, 0, false))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.after(new RelayRound(500, 500, true))).isEqualTo(Duration.ZERO);
        assertThat(pace.after(new RelayRound(500, 0, true))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.after(new RelayRound(500, 0, true))).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.after(new RelayRound(500, 0, true))).isEqualTo(Duration.ofSeconds(4));
        assertThat(pace.after(new RelayRound(500, 0, true))).isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.after(new RelayRound(3, 3, false))).isEqualTo(Duration.ofSeconds(1));
    }
}
