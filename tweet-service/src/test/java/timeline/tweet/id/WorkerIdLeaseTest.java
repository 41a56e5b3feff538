package timeline.tweet.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import timeline.testkit.ManualClock;
import timeline.tweetstore.TweetsUnavailableException;

class WorkerIdLeaseTest {
    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final WorkerIds workerIds = new InMemoryWorkerIds(clock);
    private final WorkerIdLease lease = lease("a", workerIds, 1);

    @Test
    void holdsNothingAtFirst() {
        assertThat(lease.isHeld()).isFalse();
        assertThatExceptionOfType(NoWorkerIdException.class).isThrownBy(lease::current);
    }

    @Test
    void takesAWorkerIdAndKeepsIt() {
        lease.keep();
        int worker = lease.current().worker();
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofSeconds(3));
            lease.keep();
            assertThat(lease.current().worker()).isEqualTo(worker);
        }
    }

    @Test
    void isNotTrustedAnyMoreBeforeSomebodyElseCouldTakeTheWorkerId() {
        lease.keep();
        int worker = lease.current().worker();
        clock.advance(WorkerIdLease.TRUSTED);

        assertThat(lease.isHeld()).isFalse();
        assertThatExceptionOfType(NoWorkerIdException.class).isThrownBy(lease::current);
        assertThat(workerIds.take(worker, "b", clock.instant())).as("still held in the store").isEmpty();
    }

    @Test
    void takesAnotherWorkerIdWhenTheHoldWasLost() {
        lease.keep();
        int lost = lease.current().worker();
        clock.advance(WorkerIds.TTL);
        workerIds.take(lost, "b", clock.instant());
        lease.keep();

        assertThat(lease.current().worker()).isNotEqualTo(lost);
    }

    @Test
    void twoProcessesNeverShareAWorkerId() {
        WorkerIdLease sameChoices = lease("b", workerIds, 1);
        lease.keep();
        sameChoices.keep();

        assertThat(sameChoices.current().worker()).isNotEqualTo(lease.current().worker());
    }

    @Test
    void staysTrustedForItsTimeWhileTheStoreIsAway() {
        SwitchableWorkerIds store = new SwitchableWorkerIds(workerIds, 1024);
        WorkerIdLease interrupted = lease("c", store, 3);
        interrupted.keep();
        store.setAway(true);
        clock.advance(Duration.ofSeconds(11));

        assertThatExceptionOfType(TweetsUnavailableException.class).isThrownBy(interrupted::keep);
        assertThat(interrupted.isHeld()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(interrupted.isHeld()).isFalse();
        store.setAway(false);
        interrupted.keep();
        assertThat(interrupted.isHeld()).isTrue();
    }

    @Test
    void passesOverAWorkerIdThatIsUsableOnlyLater() {
        int taken = new Random(1).nextInt(1024);
        workerIds.take(taken, "fast", clock.instant().plusSeconds(600));
        workerIds.release(taken, "fast", clock.instant().plusSeconds(600));
        lease.keep();

        assertThat(lease.current().worker()).isNotEqualTo(taken);
        assertThat(workerIds.take(taken, "later", clock.instant())).as("free, with its mark")
                .contains(clock.instant().plusSeconds(600));
    }

    @Test
    void letsGoOfTheWorkerIdInTheEnd() {
        lease.keep();
        int worker = lease.current().worker();
        lease.release();

        assertThat(lease.isHeld()).isFalse();
        assertThat(workerIds.take(worker, "b", clock.instant())).isPresent();
    }

    private WorkerIdLease lease(String holder, WorkerIds store, long seed) {
        return new WorkerIdLease(store, holder, clock, () -> clock.millis() * 1_000_000, new Random(seed));
    }
}
