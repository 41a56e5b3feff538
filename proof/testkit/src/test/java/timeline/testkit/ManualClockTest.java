package timeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    private final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        Instant first = clock.instant();
        assertThat(clock.instant()).isEqualTo(first).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void movesForthAndBack() {
        clock.advance(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo("2026-01-01T00:00:05Z");
        clock.advance(Duration.ofSeconds(-10));
        assertThat(clock.instant()).isEqualTo("2025-12-31T23:59:55Z");
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    void isTheSameTimeInEveryZone() {
        Clock other = clock.withZone(ZoneId.of("Europe/Paris"));
        clock.advance(Duration.ofHours(1));
        assertThat(other.instant()).isEqualTo(clock.instant());
        assertThat(other.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
    }
}
