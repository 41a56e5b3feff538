package timeline.tweet.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import timeline.id.Snowflake;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;

class SnowflakeGeneratorTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ManualClock clock = ManualClock.at(NOON);
    private final WorkerIds workerIds = new InMemoryWorkerIds(clock);
    private final WorkerIdLease lease = lease("a");
    private final SnowflakeGenerator ids = new SnowflakeGenerator(clock, lease);

    @Test
    void mintsNothingWithoutAWorkerId() {
        assertThatExceptionOfType(NoWorkerIdException.class).isThrownBy(ids::next);
    }

    @Test
    void anIdTellsTimeAndWorker() {
        lease.keep();
        TweetId id = ids.next();

        assertThat(id.createdAt()).isEqualTo(NOON);
        assertThat(Snowflake.worker(id.value())).isEqualTo(lease.current().worker());
        assertThat(Snowflake.sequence(id.value())).isZero();
        assertThat(ids.next().value()).isEqualTo(id.value() + 1);
    }

    @Test
    void staysInTheLastMillisecondWhileTheClockIsUpToHalfASecondBehind() {
        lease.keep();
        TweetId last = ids.next();
        clock.advance(Duration.ofMillis(-500));

        assertThat(ids.next()).isGreaterThan(last).extracting(TweetId::createdAt).isEqualTo(NOON);
    }

    @Test
    void refusesWhileTheClockIsFurtherBehindAndRecoversByItself() {
        lease.keep();
        TweetId last = ids.next();
        clock.advance(Duration.ofMillis(-501));

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(ClockBehindException.class).isThrownBy(ids::next)
                    .satisfies(refused -> assertThat(refused.behind()).isEqualTo(Duration.ofMillis(501)));
        }
        clock.advance(Duration.ofMillis(1));
        assertThat(ids.next().value()).isEqualTo(last.value() + 1);
    }

    @Test
    void waitsForTheNextMillisecondWhenOneIsUsedUp() {
        lease.keep();
        AtomicInteger reads = new AtomicInteger();
        InstantSource slow = () -> NOON.plusMillis(reads.getAndIncrement() / 4_100);
        SnowflakeGenerator fast = new SnowflakeGenerator(slow, lease);

        List<TweetId> minted = Stream.generate(fast::next).limit(10_000).toList();

        assertThat(minted).isSorted().doesNotHaveDuplicates();
        assertThat(minted.get(4095)).isEqualTo(id(NOON, 4095));
        assertThat(minted.get(4096)).isEqualTo(id(NOON.plusMillis(1), 0));
    }

    @Test
    void refusesWhenTheClockIsSetForwardBeyondTheHold() {
        lease.keep();
        SnowflakeGenerator ahead = new SnowflakeGenerator(() -> clock.instant().plusSeconds(60), lease);

        assertThatExceptionOfType(NoWorkerIdException.class).isThrownBy(ahead::next);
    }

    @Test
    void aSuccessorBeginsAfterTheMarkOfItsPredecessor() {
        lease.keep();
        TweetId last = ids.next();
        clock.advance(WorkerIds.TTL.plusMillis(1));

        WorkerIdLease successor = lease("b");
        successor.keep();
        TweetId next = new SnowflakeGenerator(clock, successor).next();

        assertThat(Snowflake.worker(next.value())).isEqualTo(Snowflake.worker(last.value()));
        assertThat(next.createdAt()).isAfter(NOON.plus(WorkerIdLease.MARK_AHEAD));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void neverRepeatsAnIdWhateverClocksAndProcessesDo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        // Eight worker ids only: successors meet what their predecessors left.
        SwitchableWorkerIds few = new SwitchableWorkerIds(workerIds, 8);
        List<MintingProcess> processes = IntStream.range(0, 4)
                .mapToObj(number -> new MintingProcess(number, clock, few, random)).toList();
        Set<TweetId> seen = new HashSet<>();
        for (int step = 0; step < 20_000; step++) {
            processes.get(random.nextInt(processes.size())).step(seen);
            clock.advance(Duration.ofMillis(random.nextInt(20)));
        }
        assertThat(seen.size()).as("ids minted at all, seed %d", seed).isGreaterThan(5_000);
    }

    private TweetId id(Instant time, int sequence) {
        return new TweetId(Snowflake.compose(time.toEpochMilli(), lease.current().worker(), sequence));
    }

    private WorkerIdLease lease(String holder) {
        return new WorkerIdLease(workerIds, holder, clock, () -> clock.millis() * 1_000_000, new Random(1));
    }
}
