package timeline.home.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;

class DeletionRoundsTest {
    private static final TweetId ID = new TweetId(5);

    private final AtomicLong nanos = new AtomicLong(1_000);
    private final ManualClock clock = ManualClock.at("2026-01-01T00:00:00Z");
    private final InMemoryDeletions deletions = new InMemoryDeletions("one", "two");
    private final KnownDeletions known = new KnownDeletions(clock, nanos::get);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DeletionRounds rounds = new DeletionRounds(deletions, known, threads, clock, nanos::get);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void nothingIsKnownBeforeTheFirstRound() {
        assertThat(known.isCurrent()).isFalse();
        assertThat(rounds.ask()).isTrue();
        assertThat(known.isCurrent()).isTrue();
        assertThat(rounds.instances()).isEqualTo(2);
    }

    @Test
    void whatAnyInstanceDeletedIsRuledOut() {
        rounds.ask();
        long later = later();
        deletions.note("two", ID);
        assertThat(known.rulesOut(ID, later)).isFalse();

        rounds.ask();

        assertThat(known.rulesOut(ID, later)).isTrue();
        assertThat(known.rulesOut(new TweetId(6), later)).isFalse();
    }

    @Test
    void oneInstanceThatIsSilentIsEnoughForNothingToBeKnown() {
        rounds.ask();
        deletions.silence("one", true);
        nanos.addAndGet(KnownDeletions.CURRENT.toNanos());

        assertThat(rounds.ask()).isFalse();
        assertThat(known.isCurrent()).isFalse();
    }

    /** What the others tell is used all the same. */
    @Test
    void anAnswerCountsAlsoInARoundThatIsNotComplete() {
        rounds.ask();
        long later = later();
        deletions.silence("one", true);
        deletions.note("two", ID);

        assertThat(rounds.ask()).isFalse();
        assertThat(known.rulesOut(ID, later)).isTrue();
    }

    @Test
    void anInstanceThatWasRestartedRulesOutWhatWasLookedUpBefore() {
        rounds.ask();
        long before = later();
        later();
        deletions.note("one", ID);
        deletions.restart("one");

        assertThat(rounds.ask()).isTrue();

        assertThat(known.rulesOut(new TweetId(6), before)).isTrue();
        assertThat(known.rulesOut(new TweetId(6), later())).isFalse();
    }

    /** Its age is that of its first question, not that of its last answer. */
    @Test
    void aRoundIsAsOldAsItsBeginning() {
        Deletions slow = new Deletions() {
            @Override
            public Set<String> instances() {
                return deletions.instances();
            }

            @Override
            public Told since(String instance, Optional<Mark> last, Deadline deadline) {
                Told told = deletions.since(instance, last, deadline);
                nanos.addAndGet(Duration.ofMillis(150).toNanos());
                return told;
            }
        };
        new DeletionRounds(slow, known, threads, clock, nanos::get).ask();

        assertThat(known.age()).contains(Duration.ofMillis(300));
    }

    @Test
    void aDefectIsNotTakenForSilence() {
        Deletions broken = new Deletions() {
            @Override
            public Set<String> instances() {
                return Set.of("one");
            }

            @Override
            public Told since(String instance, Optional<Mark> last, Deadline deadline) {
                throw new IllegalStateException("a defect");
            }
        };

        assertThatThrownBy(() -> new DeletionRounds(broken, known, threads, clock, nanos::get).ask())
                .hasMessage("a defect");
        assertThat(known.isCurrent()).isFalse();
    }

    private long later() {
        return nanos.addAndGet(Duration.ofMillis(10).toNanos());
    }
}
