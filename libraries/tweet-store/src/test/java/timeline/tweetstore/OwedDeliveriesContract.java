package timeline.tweetstore;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.tweetstore.SampleTweets.freshAuthor;
import static timeline.tweetstore.SampleTweets.tweet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import timeline.tweetstore.OwedDeliveries.Newest;

/** What {@link OwedDeliveries} promises, whatever stores the entries. Each test begins with an empty book. */
interface OwedDeliveriesContract {
    TweetStore store();

    OwedDeliveries owedDeliveries();

    Instant now();

    void advance(Duration time);

    @Test
    default void nothingIsOwedAtFirst() {
        assertThat(pending()).isEmpty();
    }

    @Test
    default void aPostOwesADeliveryUntilItIsSettled() {
        OwedDelivery settled = owe();
        OwedDelivery owed = owe();
        advance(Duration.ofSeconds(2));
        assertThat(pending()).containsExactlyInAnyOrder(settled, owed);

        owedDeliveries().settle(List.of(settled));
        owedDeliveries().settle(List.of(settled));

        assertThat(pending()).containsExactly(owed);
    }

    @Test
    default void listsOnlyDeliveriesThatAreOldEnough() {
        OwedDelivery old = owe();
        advance(Duration.ofSeconds(2));
        owe();

        assertThat(pending()).containsExactly(old);
    }

    @Test
    default void settlesManyAtOnceWhereverTheyLie() {
        List<OwedDelivery> delivered = IntStream.range(0, 130).mapToObj(i -> {
            advance(Duration.ofMillis(i % 3 == 0 ? 400 : 0));
            return owe();
        }).toList();
        OwedDelivery owed = owe();
        advance(Duration.ofSeconds(2));

        owedDeliveries().settle(delivered);

        assertThat(pending()).containsExactly(owed);
    }

    @Test
    default void settlingNothingIsNothing() {
        owedDeliveries().settle(List.of());

        assertThat(pending()).isEmpty();
    }

    @Test
    default void whatIsSettledStaysSettledWhenItsPostArrivesAgain() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().post(tweet);
        owedDeliveries().settle(List.of(new OwedDelivery(now(), tweet.id(), tweet.author())));
        advance(Duration.ofSeconds(2));

        assertThat(pending()).isEmpty();
        store().post(tweet);
        advance(Duration.ofSeconds(2));
        assertThat(pending()).as("a second post owes a second delivery").hasSize(1);
    }

    @Test
    default void listsNoMoreDeliveriesThanTheLimit() {
        List<OwedDelivery> written = IntStream.range(0, 25).mapToObj(i -> owe()).toList();
        advance(Duration.ofSeconds(2));

        List<OwedDelivery> first = owedDeliveries().pending(now(), 10);
        owedDeliveries().settle(first);
        List<OwedDelivery> second = owedDeliveries().pending(now(), 100);

        assertThat(first).hasSize(10);
        assertThat(second).hasSize(15).doesNotContainAnyElementsOf(first);
        assertThat(written).containsAll(first).containsAll(second);
    }

    @Test
    default void isStillOwedAfterDaysOfSilence() {
        OwedDelivery forgotten = owe();
        advance(Duration.ofDays(3));

        assertThat(pending()).containsExactly(forgotten);
        assertThat(pending()).containsExactly(forgotten);
    }

    @Test
    default void listsWhatWasWrittenSince() {
        owe();
        advance(Duration.ofSeconds(12));
        OwedDelivery then = owe();
        Instant since = now();
        advance(Duration.ofSeconds(7));
        OwedDelivery now = owe();
        OwedDelivery settled = owe();
        owedDeliveries().settle(List.of(settled));

        assertThat(owedDeliveries().writtenSince(since)).containsExactlyInAnyOrder(then, now);
        assertThat(owedDeliveries().writtenSince(now().plusMillis(1))).isEmpty();
    }

    /** Its writer's clock is ahead. */
    @Test
    default void listsWhatIsDatedAFewSecondsAhead() {
        advance(Duration.ofSeconds(5));
        OwedDelivery ahead = owe();
        advance(Duration.ofSeconds(-5));

        assertThat(owedDeliveries().writtenSince(now().minusSeconds(1))).containsExactly(ahead);
        assertThat(owedDeliveries().newest(10)).isEqualTo(new Newest(List.of(ahead), true));
    }

    @Test
    default void listsAllThatIsOwedHoweverOld() {
        assertThat(owedDeliveries().newest(10)).isEqualTo(new Newest(List.of(), true));
        OwedDelivery old = owe();
        advance(Duration.ofDays(2));
        OwedDelivery young = owe();

        Newest newest = owedDeliveries().newest(10);
        assertThat(newest.entries()).containsExactlyInAnyOrder(old, young);
        assertThat(newest.all()).isTrue();
        owedDeliveries().settle(List.of(old));
        assertThat(owedDeliveries().newest(10)).isEqualTo(new Newest(List.of(young), true));
    }

    @Test
    default void leavesOutTheOldestWhenThereAreTooMany() {
        List<OwedDelivery> written = IntStream.range(0, 30).mapToObj(i -> {
            advance(Duration.ofSeconds(5));
            return owe();
        }).toList();

        Newest newest = owedDeliveries().newest(12);
        assertThat(newest.entries()).containsExactlyInAnyOrderElementsOf(written.subList(18, 30));
        assertThat(newest.all()).isFalse();
        assertThat(owedDeliveries().newest(30).all()).isTrue();
    }

    private List<OwedDelivery> pending() {
        return owedDeliveries().pending(now(), 1_000);
    }

    private OwedDelivery owe() {
        Tweet tweet = tweet(freshAuthor(), now());
        store().post(tweet);
        return new OwedDelivery(now(), tweet.id(), tweet.author());
    }
}
