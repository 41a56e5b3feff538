package timeline.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Duration TARGET = Duration.ofMillis(10);

    private final AtomicLong nanos = new AtomicLong(42);
    private final AtomicLong delay = new AtomicLong();
    private final Admission admission = new Admission(
            new Admission.Rules(TARGET, Duration.ofMillis(100), 64, 8, 512), delay::get, nanos::get);

    @Test
    void letsEverybodyInWhileNothingQueues() {
        assertThat(entered(5_000, Rank.BACKGROUND)).as("a slow store, an idle processor").isEqualTo(5_000);
    }

    @Test
    void aBurstMeetsTheLimit() {
        delay.set(TARGET.toNanos());
        assertThat(entered(5_000, Rank.FIRST)).isEqualTo(64);
        assertThat(admission.inFlight()).isEqualTo(64);
    }

    @Test
    void whoLeavesMakesRoom() {
        delay.set(TARGET.toNanos());
        entered(64, Rank.FIRST);
        assertThat(admission.enter(Rank.FIRST)).isFalse();
        admission.leave();
        assertThat(admission.enter(Rank.FIRST)).isTrue();
    }

    @Test
    void refusesLaterRanksFirst() {
        delay.set(TARGET.toNanos());
        assertThat(entered(100, Rank.BACKGROUND)).isEqualTo(32);
        assertThat(entered(100, Rank.LATER)).isEqualTo(6);
        assertThat(entered(100, Rank.READ)).isEqualTo(19);
        assertThat(entered(100, Rank.FURTHER_PAGE)).isEqualTo(3);
        assertThat(entered(100, Rank.FIRST)).isEqualTo(4);
    }

    @Test
    void theLimitFallsWithTheDelayAndNeverToNothing() {
        entered(64, Rank.FIRST);
        delay.set(2 * TARGET.toNanos());
        assertThat(limitAfter(1)).isEqualTo(64 * 0.8);
        delay.set(100 * TARGET.toNanos());
        assertThat(limitAfter(1)).isEqualTo(64 * 0.4);
        assertThat(limitAfter(20)).isEqualTo(8);
        while (admission.inFlight() > 0) {
            admission.leave();
        }
        assertThat(admission.enter(Rank.FIRST)).as("somebody is always let in").isTrue();
    }

    @Test
    void theLimitFallsFromWhatIsThereNotFromWhatWouldHaveBeenAllowed() {
        delay.set(0);
        entered(500, Rank.FIRST);
        limitAfter(100);
        assertThat(admission.limit()).isEqualTo(512);
        while (admission.inFlight() > 20) {
            admission.leave();
        }
        delay.set(2 * TARGET.toNanos());
        assertThat(limitAfter(1)).isEqualTo(20 * 0.8);
    }

    @Test
    void aWindowWithoutAQueueDoesNotOpenTheDoorToEverybody() {
        delay.set(TARGET.toNanos());
        assertThat(entered(5_000, Rank.FIRST)).isEqualTo(64);
        delay.set(0);
        for (int window = 0; window < 20; window++) {
            nanos.addAndGet(Duration.ofMillis(101).toNanos());
            assertThat(entered(5_000, Rank.FIRST)).as("in window %d", window).isLessThanOrEqualTo(16);
        }
    }

    @Test
    void isOpenToEverybodyOnceNothingHasQueuedAndNobodyWasRefusedForASecond() {
        delay.set(TARGET.toNanos());
        admission.enter(Rank.FIRST);
        delay.set(0);
        nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
        assertThat(entered(5_000, Rank.BACKGROUND)).isEqualTo(5_000);
    }

    @Test
    void whoIsRefusedWhileNothingQueuesMakesRoomForLaterRanksToo() {
        delay.set(TARGET.toNanos());
        entered(40, Rank.FIRST);
        delay.set(0);
        assertThat(admission.enter(Rank.BACKGROUND)).isFalse();
        for (int window = 0; window < 20; window++) {
            nanos.addAndGet(Duration.ofMillis(101).toNanos());
            if (admission.enter(Rank.BACKGROUND)) {
                return;
            }
        }
        throw new AssertionError("still refused with " + admission.inFlight() + " of " + admission.limit());
    }

    @Test
    void theLimitGrowsOnlyWhileItIsUsed() {
        assertThat(limitAfter(10)).isEqualTo(64);
        entered(60, Rank.FIRST);
        assertThat(limitAfter(1)).isEqualTo(68);
        assertThat(limitAfter(100)).as("60 are not 80 % of more than 75").isLessThan(80);
    }

    @Test
    void aReportedDelayIsForgottenSoon() {
        ReportedDelay reported = new ReportedDelay(nanos::get);
        reported.report(TARGET);
        assertThat(reported.nanos()).isEqualTo(TARGET.toNanos());
        nanos.addAndGet(Duration.ofMillis(201).toNanos());
        assertThat(reported.nanos()).isZero();
    }

    private int entered(int tries, Rank rank) {
        int entered = 0;
        for (int i = 0; i < tries; i++) {
            entered += admission.enter(rank) ? 1 : 0;
        }
        return entered;
    }

    /** Somebody comes in each window, and leaves at once if let in. */
    private double limitAfter(int windows) {
        for (int i = 0; i < windows; i++) {
            nanos.addAndGet(Duration.ofMillis(101).toNanos());
            if (admission.enter(Rank.FIRST)) {
                admission.leave();
            }
        }
        return admission.limit();
    }
}
