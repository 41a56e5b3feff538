package timeline.tweet.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;

/** A process of the simulation: it mints, stalls, dies, comes back, and has a wall clock of its own that wanders and is set. */
final class MintingProcess {
    private final int number;
    private final ManualClock trueTime;
    private final WorkerIds workerIds;
    private final SplittableRandom random;
    private long skewMillis;
    private int lives;
    private WorkerIdLease lease;
    private SnowflakeGenerator ids;
    private long last;

    MintingProcess(int number, ManualClock trueTime, WorkerIds workerIds, SplittableRandom random) {
        this.number = number;
        this.trueTime = trueTime;
        this.workerIds = workerIds;
        this.random = random;
        lease = newLease();
        ids = new SnowflakeGenerator(this::wallClock, lease);
    }

    void step(Set<TweetId> seen) {
        switch (random.nextInt(1000)) {
            case 0, 1, 2 -> skewMillis = random.nextInt(-2_000, 2_000);
            case 3, 4, 5, 6 -> skewMillis += random.nextInt(-400, 400);
            case 7, 8 -> restart();
            case 9 -> lease.release();
            case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29 -> lease.keep();
            default -> mint(seen);
        }
    }

    private void mint(Set<TweetId> seen) {
        try {
            TweetId id = ids.next();
            assertThat(seen.add(id)).as("%s is minted once", id).isTrue();
            assertThat(id.value()).as("ascending within a process").isGreaterThan(last);
            last = id.value();
        } catch (NoWorkerIdException | ClockBehindException refused) {
            // Allowed: what is minted is what is checked.
        }
    }

    private void restart() {
        last = 0;
        lease = newLease();
        ids = new SnowflakeGenerator(this::wallClock, lease);
    }

    private WorkerIdLease newLease() {
        return new WorkerIdLease(workerIds, number + "/" + lives++, this::wallClock,
                () -> trueTime.millis() * 1_000_000, random);
    }

    private Instant wallClock() {
        return trueTime.instant().plusMillis(skewMillis);
    }
}
