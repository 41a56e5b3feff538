package timeline.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static timeline.fanout.Stage.AUTHOR;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetPosted;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.TweetsUnavailableException;

class SettlingTest {
    private static final int AT_ONCE = 10;

    private final Stage stage = new Stage(100);
    private final SwitchableDebts owed = new SwitchableDebts(stage.tweets.owedDeliveries());
    private final Settling<OwedDelivery> settling = new Settling<>((paid, deadline) -> owed.settle(paid), stage.cache,
            () -> stage.clock.millis() * 1_000_000, AT_ONCE);
    private final TweetDelivery delivery = new TweetDelivery(stage.worker, stage.cache, settling);

    @Test
    void aDebtGoesTenSecondsAfterTheTweetIsEverywhere() {
        stage.followedBy(2);
        deliver(stage.post());

        assertThat(settleAfter(Duration.ofMillis(9_999))).isZero();
        assertThat(debts()).hasSize(1);
        assertThat(settleAfter(Duration.ofMillis(1))).isEqualTo(1);
        assertThat(debts()).isEmpty();
        assertThat(settleAfter(Duration.ofSeconds(10))).isZero();
    }

    @Test
    void aDebtGoesAlsoWhenItsReadersPull() {
        stage.followedBy(100);
        deliver(stage.post());

        assertThat(stage.graph.pulled(AUTHOR)).isPresent();
        assertThat(settleAfter(Duration.ofSeconds(10))).isEqualTo(1);
        assertThat(debts()).isEmpty();
    }

    @Test
    void aDebtStaysWhenAPartOfTheCacheDidNotTakeTheTweet() {
        stage.followedBy(2);
        TweetPosted tweet = stage.post();
        stage.cache.becomeUnavailableFor(Stage.reader(2)::equals);
        deliver(tweet);
        assertThat(stage.cachedFor(Stage.reader(1))).as("the others have it").containsExactly(tweet.tweet());
        stage.cache.recover();

        assertThat(settleAfter(Duration.ofMinutes(1))).isZero();
        assertThat(debts()).hasSize(1);
    }

    /** However much later the next page, or the next turn, was taken by everybody. */
    @Test
    void aDebtStaysWhenAPartOfTheCacheWasLostForAMoment() {
        stage.followedBy(7);
        TweetPosted tweet = stage.post();
        Progress progress = new Progress();
        progress.of(new Progress.Push()).advance(Stage.reader(3), 3, new Taken(2, 1));
        delivery.handle(tweet, progress, Deadline.current());

        assertThat(settleAfter(Duration.ofMinutes(1))).isZero();
        assertThat(debts()).hasSize(1);
    }

    @Test
    void aDebtStaysWhenAnotherPrimaryHasTakenOver() {
        stage.followedBy(2);
        deliver(stage.post());
        stage.cache.failOver();

        assertThat(settleAfter(Duration.ofSeconds(10))).isZero();
        assertThat(debts()).hasSize(1);
        assertThat(settleAfter(Duration.ofSeconds(10))).as("it is for who delivers late").isZero();
    }

    @Test
    void whatTookTwoTurnsCountsFromTheFirst() {
        stage.followedBy(7);
        TweetPosted tweet = stage.post();
        Progress progress = new Progress();
        progress.begunOn(stage.cache::known);
        stage.cache.failOver();
        delivery.handle(tweet, progress, Deadline.current());

        assertThat(settleAfter(Duration.ofSeconds(10))).isZero();
        assertThat(debts()).hasSize(1);
    }

    @Test
    void nothingGoesWhileMostOfTheCacheIsSilent() {
        stage.followedBy(2);
        deliver(stage.post());
        stage.cache.becomeUnavailable();
        assertThat(settleAfter(Duration.ofSeconds(20))).isZero();

        stage.cache.recover();
        assertThat(settleAfter(Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void anOutageOfTheDatabaseForgetsNothing() {
        stage.followedBy(2);
        deliver(stage.post());
        owed.away = true;
        assertThatExceptionOfType(TweetsUnavailableException.class)
                .isThrownBy(() -> settleAfter(Duration.ofSeconds(10)));
        assertThat(debts()).hasSize(1);

        owed.away = false;
        assertThat(settleAfter(Duration.ZERO)).isEqualTo(1);
    }

    /** However many there are: what can't be removed in one statement would never be. */
    @Test
    void aRoundIsBounded() {
        stage.followedBy(1);
        for (int i = 0; i <= AT_ONCE; i++) {
            deliver(stage.post());
        }

        assertThat(settleAfter(Duration.ofSeconds(10))).isEqualTo(AT_ONCE);
        assertThat(settleAfter(Duration.ZERO)).isEqualTo(1);
    }

    /** Of a writer that owed nothing yet. */
    @Test
    void anEventWithoutADateSettlesNothing() {
        TweetPosted tweet = stage.post();
        deliver(new TweetPosted(tweet.tweet(), tweet.author()));

        assertThat(settleAfter(Duration.ofSeconds(10))).isZero();
        assertThat(debts()).hasSize(1);
    }

    private void deliver(TweetPosted tweet) {
        delivery.handle(tweet, new Progress(), Deadline.current());
    }

    private int settleAfter(Duration time) {
        stage.clock.advance(time);
        return settling.settle(Deadline.current());
    }

    private List<OwedDelivery> debts() {
        return stage.tweets.owedDeliveries().pending(Instant.MAX, 10);
    }

    private static final class SwitchableDebts implements OwedDeliveries {
        private final OwedDeliveries owed;
        private boolean away;

        SwitchableDebts(OwedDeliveries owed) {
            this.owed = owed;
        }

        @Override
        public List<OwedDelivery> pending(Instant writtenBefore, int limit) {
            return owed.pending(writtenBefore, limit);
        }

        @Override
        public List<OwedDelivery> writtenSince(Instant time) {
            return owed.writtenSince(time);
        }

        @Override
        public Newest newest(int limit) {
            return owed.newest(limit);
        }

        @Override
        public void settle(Collection<OwedDelivery> delivered) {
            if (away) {
                throw new TweetsUnavailableException("away", null);
            }
            owed.settle(delivered);
        }
    }
}
