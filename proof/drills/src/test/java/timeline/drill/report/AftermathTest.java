package timeline.drill.report;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.drill.report.Told.BOB;
import static timeline.drill.report.Told.COURSE;
import static timeline.drill.report.Told.nanos;
import static timeline.drill.report.Told.seen;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A stack has recovered when nobody notices anything any more. */
class AftermathTest {
    private final Told told = new Told();

    private Duration aftermath() {
        return Aftermath.of(COURSE, told.requests, told.history());
    }

    @Test
    void whatIsNoticedMeanwhileIsNoAftermath() {
        told.request(15, "GET", "/v1/timeline", 503).request(16, "GET", "/v1/timeline", 200, "cache")
                .request(25, "GET", "/v1/timeline", 200);

        assertThat(aftermath()).isZero();
    }

    @Test
    void lastsUntilTheLastFailureHasEnded() {
        told.request(22, "GET", "/v1/timeline", 503).request(21, "GET", "/v1/timeline", 200, "cache");

        assertThat(aftermath()).isEqualTo(Duration.ofMillis(2_010));
    }

    @Test
    void aFlagIsNoticedToo() {
        told.request(23, "GET", "/v1/timeline", 200, "fan-out");

        assertThat(aftermath()).isEqualTo(Duration.ofMillis(3_010));
    }

    @Test
    void soIsATweetThatIsLateAndNotOneThatIsAsPromised() {
        told.follow(1).post(12, 12).read(24, BOB).read(25, BOB, seen(12)).post(26, 26).read(28, BOB, seen(12))
                .read(29, BOB, seen(26), seen(12));

        assertThat(aftermath()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void isQuietWhenNothingBadHasEndedSince() {
        told.request(22, "GET", "/v1/timeline", 503).request(25, "GET", "/v1/timeline", 200);

        assertThat(Aftermath.isQuietSince(nanos(22), told.requests)).isFalse();
        assertThat(Aftermath.isQuietSince(nanos(23), told.requests)).isTrue();
    }
}
