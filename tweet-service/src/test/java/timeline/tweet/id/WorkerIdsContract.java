package timeline.tweet.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@link WorkerIds} promises, whatever keeps them. Each test uses a worker id that no other test has used. */
public interface WorkerIdsContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    WorkerIds workerIds();

    int freshWorker();

    /** Lets all holds end that are there now. */
    void letHoldsEnd();

    @Test
    default void aFreshWorkerIdIsTaken() {
        assertThat(workerIds().take(freshWorker(), "a", NOON)).contains(Instant.EPOCH);
    }

    @Test
    default void aHeldWorkerIdIsNotTakenAgain() {
        int worker = freshWorker();
        workerIds().take(worker, "a", NOON);

        assertThat(workerIds().take(worker, "b", NOON)).isEmpty();
        assertThat(workerIds().take(worker, "a", NOON)).isEmpty();
    }

    @Test
    default void aHoldThatIsNotRenewedEndsAndLeavesItsMark() {
        int worker = freshWorker();
        workerIds().take(worker, "a", NOON);
        letHoldsEnd();

        assertThat(workerIds().renew(worker, "a", NOON)).isFalse();
        assertThat(workerIds().take(worker, "b", NOON.plusSeconds(60))).contains(NOON);
    }

    @Test
    default void onlyItsHolderRenewsAHold() {
        int worker = freshWorker();
        workerIds().take(worker, "a", NOON);

        assertThat(workerIds().renew(worker, "b", NOON.plusSeconds(9))).isFalse();
        assertThat(workerIds().renew(worker, "a", NOON.plusSeconds(3))).isTrue();
        workerIds().release(worker, "a", NOON.plusSeconds(3));
        assertThat(workerIds().take(worker, "b", NOON)).contains(NOON.plusSeconds(3));
    }

    @Test
    default void aReleasedWorkerIdIsFreeAtOnce() {
        int worker = freshWorker();
        workerIds().take(worker, "a", NOON);
        workerIds().release(worker, "a", NOON.plusSeconds(1));

        assertThat(workerIds().take(worker, "b", NOON)).contains(NOON.plusSeconds(1));
    }

    @Test
    default void onlyItsHolderReleasesAWorkerId() {
        int worker = freshWorker();
        workerIds().take(worker, "a", NOON);
        workerIds().release(worker, "b", NOON.plusSeconds(5));

        assertThat(workerIds().take(worker, "b", NOON)).isEmpty();
    }

    @Test
    default void theMarkNeverGoesBackWhenAWorkerIdIsTaken() {
        int worker = freshWorker();
        workerIds().take(worker, "a", NOON);
        workerIds().release(worker, "a", NOON.plusSeconds(60));
        workerIds().take(worker, "b", NOON);
        letHoldsEnd();

        assertThat(workerIds().take(worker, "c", NOON)).contains(NOON.plusSeconds(60));
    }
}
