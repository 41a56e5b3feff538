package timeline.home.owed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.ManualClock;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.TweetsUnavailableException;

/** When what is owed is known, counts, and is forgotten. */
class OwedLooksTest {
    private static final UserId ADA = new UserId(1);

    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final ManualClock monotonic = ManualClock.at("2000-01-01T00:00:00Z");
    private final Book book = new Book();
    private final OwedList list = new OwedList();
    private final OwedLooks looks = new OwedLooks(book, list, clock, this::nanos, 5);
    private final Ceiling ceiling = new Ceiling(list, clock, this::nanos, true);

    @Test
    void nothingIsKnownBeforeTheFirstLooks() {
        assertThat(ceiling.age()).isEmpty();
        looks.lookAtWhatIsNew();
        assertThat(ceiling.age()).as("what is old is not known yet").isEmpty();
        assertThat(ceiling.view().mayLack(TweetId.LATEST)).isTrue();

        looks.lookAtEverything();
        assertThat(ceiling.age()).contains(Duration.ZERO);
        assertThat(ceiling.view().mayLack(TweetId.EARLIEST)).isFalse();
    }

    @Test
    void whatIsThereAtTheFirstLookCountsAtOnce() {
        OwedDelivery owed = book.owe(clock.instant());
        looks.lookAtWhatIsNew();

        assertThat(shown()).containsExactly(owed.tweet());
    }

    @Test
    void whatIsNewCountsTwoSecondsAfterTheLookBefore() {
        looks.lookAtWhatIsNew();
        pass(500);
        OwedDelivery owed = book.owe(clock.instant().minusMillis(100));
        looks.lookAtWhatIsNew();

        pass(1_499);
        assertThat(shown()).isEmpty();
        pass(1);
        assertThat(shown()).containsExactly(owed.tweet());
    }

    @Test
    void whatIsFoundAfterAGapCountsAtOnce() {
        looks.lookAtWhatIsNew();
        book.away = true;
        pass(1_000);
        OwedDelivery owed = book.owe(clock.instant());
        assertThatExceptionOfType(TweetsUnavailableException.class).isThrownBy(looks::lookAtWhatIsNew);
        pass(4_000);
        book.away = false;
        looks.lookAtWhatIsNew();

        assertThat(shown()).containsExactly(owed.tweet());
    }

    @Test
    void afterALongGapNothingIsBelievedUntilEverythingWasLookedAt() {
        looks.lookAtWhatIsNew();
        looks.lookAtEverything();
        pass(1_000);
        OwedDelivery owed = book.owe(clock.instant());
        pass(100_000);
        looks.lookAtWhatIsNew();

        assertThat(ceiling.view().mayLack(TweetId.LATEST)).isTrue();
        assertThat(looks.isEverythingDue()).isTrue();
        looks.lookAtEverything();
        assertThat(ceiling.view().mayLack(TweetId.EARLIEST)).isFalse();
        assertThat(shown()).containsExactly(owed.tweet());
    }

    /** A write of two seconds by a clock that is six behind. */
    @Test
    void looksBackAsFarAsAWriterMayBeLate() {
        looks.lookAtWhatIsNew();
        Instant dated = clock.instant().minusSeconds(8);
        pass(500);
        OwedDelivery late = book.owe(dated);
        book.owe(dated.minusMillis(1));
        looks.lookAtWhatIsNew();
        pass(2_000);

        assertThat(shown()).containsExactly(late.tweet());
    }

    @Test
    void whatComesLaterStillIsFoundByTheRareLookAndCountsAtOnce() {
        looks.lookAtWhatIsNew();
        OwedDelivery late = book.owe(clock.instant().minusSeconds(40));
        looks.lookAtEverything();

        assertThat(shown()).containsExactly(late.tweet());
    }

    @Test
    void theRareLookLeavesToTheOtherWhatIsNew() {
        looks.lookAtWhatIsNew();
        book.owe(clock.instant().minusMillis(100));
        looks.lookAtEverything();

        assertThat(list.entries()).isZero();
    }

    @Test
    void whatIsSettledIsForgottenByTheSecondRareLook() {
        OwedDelivery owed = book.owe(clock.instant().minusSeconds(10));
        looks.lookAtEverything();
        book.settle(List.of(owed));
        pass(5_000);
        looks.lookAtEverything();
        assertThat(shown()).as("a read that began before may still use it").containsExactly(owed.tweet());
        pass(5_000);
        looks.lookAtEverything();

        assertThat(shown()).isEmpty();
        assertThat(list.entries()).isZero();
        assertThat(list.authors()).isZero();
    }

    @Test
    void holdsTheNewestAndKnowsFromWhere() {
        Instant noon = clock.instant();
        for (int second = 20; second > 10; second--) {
            book.owe(noon.minusSeconds(second));
        }
        looks.lookAtWhatIsNew();
        looks.lookAtEverything();

        assertThat(list.entries()).isEqualTo(5);
        assertThat(list.oldest()).contains(noon.minusSeconds(15));
        OwedView view = ceiling.view();
        assertThat(view.mayLack(TweetId.firstOf(noon.minusSeconds(10)))).isFalse();
        assertThat(view.mayLack(TweetId.firstOf(noon.minusSeconds(11)))).isTrue();
    }

    @Test
    void isAsOldAsTheClockThatSaysMore() {
        looks.lookAtWhatIsNew();
        looks.lookAtEverything();
        clock.advance(Duration.ofSeconds(3));
        assertThat(ceiling.age()).contains(Duration.ofSeconds(3));
        clock.advance(Duration.ofSeconds(-10));
        monotonic.advance(Duration.ofSeconds(2));
        assertThat(ceiling.age()).contains(Duration.ofSeconds(2));
    }

    private void pass(long millis) {
        clock.advance(Duration.ofMillis(millis));
        monotonic.advance(Duration.ofMillis(millis));
    }

    private long nanos() {
        return monotonic.millis() * 1_000_000;
    }

    private List<TweetId> shown() {
        List<TweetId> shown = new ArrayList<>();
        list.forEachOf(ADA, nanos(), shown::add);
        return shown;
    }

    /** A book into which a test writes what no clock would date so. */
    private static final class Book implements OwedDeliveries {
        private final Set<OwedDelivery> owed = new HashSet<>();
        private long last;
        private boolean away;

        OwedDelivery owe(Instant writtenAt) {
            OwedDelivery entry = new OwedDelivery(writtenAt, new TweetId(++last), ADA);
            owed.add(entry);
            return entry;
        }

        @Override
        public List<OwedDelivery> pending(Instant writtenBefore, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<OwedDelivery> writtenSince(Instant time) {
            requireThere();
            return owed.stream().filter(entry -> !entry.writtenAt().isBefore(time)).toList();
        }

        @Override
        public Newest newest(int limit) {
            requireThere();
            return new Newest(owed.stream().sorted((a, b) -> b.writtenAt().compareTo(a.writtenAt())).limit(limit)
                    .toList(), owed.size() <= limit);
        }

        @Override
        public void settle(Collection<OwedDelivery> delivered) {
            owed.removeAll(delivered);
        }

        private void requireThere() {
            if (away) {
                throw new TweetsUnavailableException("away", null);
            }
        }
    }
}
