package timeline.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static timeline.fanout.Stage.AUTHOR;
import static timeline.fanout.Stage.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.LateDelivery.Round;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.tweetstore.InMemoryTweets.Part;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetsUnavailableException;

class LateDeliveryTest {
    private static final Duration LATE = Duration.ofMillis(30_001);

    private final Stage stage = new Stage(Long.MAX_VALUE);
    private final Settling<OwedDelivery> settling = new Settling<>(
            (paid, deadline) -> stage.tweets.owedDeliveries().settle(paid), stage.cache,
            () -> stage.clock.millis() * 1_000_000, 1_000);
    private final TweetDelivery delivery = new TweetDelivery(stage.worker, stage.cache, settling);
    private boolean behind;
    private final LateDelivery late = new LateDelivery(stage.tweets.owedDeliveries(), stage.tweets, stage.tweets,
            delivery, settling, stage.cache, () -> behind, stage.clock, 100);

    @Test
    void deliversWhatNobodyElseHas() {
        stage.followedBy(2);
        TweetPosted tweet = stage.post();
        assertThat(roundAfter(Duration.ofSeconds(29))).isEqualTo(Round.NOTHING);

        assertThat(roundAfter(Duration.ofSeconds(2))).isEqualTo(new Round(1, 0));
        assertThat(stage.cachedFor(reader(2))).containsExactly(tweet.tweet());

        assertThat(roundAfter(Duration.ofSeconds(1))).as("it waits for its second look").isEqualTo(Round.NOTHING);
        stage.clock.advance(Duration.ofSeconds(10));
        assertThat(settling.settle(Deadline.current())).isEqualTo(1);
        assertThat(debts()).isEmpty();
    }

    /** However few at once: those that were delivered a moment ago are still in the book, and older. */
    @Test
    void goesOnWithTheNextOnesAtOnce() {
        LateDelivery oneByOne = new LateDelivery(stage.tweets.owedDeliveries(), stage.tweets, stage.tweets, delivery,
                settling, stage.cache, () -> false, stage.clock, 1);
        stage.followedBy(1);
        List<TweetId> posted = List.of(stage.post().tweet(), stage.post().tweet(), stage.post().tweet());
        stage.clock.advance(LATE);

        posted.forEach(tweet -> assertThat(oneByOne.deliver(Deadline::current)).isEqualTo(new Round(1, 0)));
        assertThat(stage.cachedFor(reader(1))).containsExactlyElementsOf(posted.reversed());
    }

    @Test
    void leavesItToTheConsumersWhileTheyAreBehind() {
        stage.followedBy(1);
        stage.post();
        behind = true;
        assertThat(roundAfter(LATE)).isEqualTo(Round.NOTHING);

        behind = false;
        assertThat(roundAfter(Duration.ZERO)).isEqualTo(new Round(1, 0));
    }

    @Test
    void waitsUntilAllOfTheCacheAnswers() {
        stage.followedBy(2);
        TweetPosted tweet = stage.post();
        stage.cache.becomeUnavailableFor(reader(2)::equals);
        assertThat(roundAfter(LATE)).isEqualTo(Round.NOTHING);
        assertThat(stage.cachedFor(reader(1))).isEmpty();

        stage.cache.recover();
        assertThat(roundAfter(Duration.ZERO)).isEqualTo(new Round(1, 0));
        assertThat(stage.cachedFor(reader(2))).containsExactly(tweet.tweet());
    }

    /** It answered when it was asked, and took nothing: the next round begins anew, and is not fooled by what the last one missed. */
    @Test
    void bringsInTheNextRoundWhatALostPartMissed() {
        stage.followedBy(5);
        TweetPosted tweet = stage.post();
        CachePrimaries answering = new CachePrimaries() {
            @Override
            public Primaries known() {
                return stage.cache.known();
            }

            @Override
            public Answer ask(Deadline deadline) {
                return new Answer.Known(known(), true);
            }
        };
        LateDelivery trusting = new LateDelivery(stage.tweets.owedDeliveries(), stage.tweets, stage.tweets, delivery,
                settling, answering, () -> false, stage.clock, 100);
        stage.cache.becomeUnavailableFor(reader(2)::equals);
        stage.clock.advance(LATE);

        assertThat(trusting.deliver(Deadline::current)).isEqualTo(new Round(0, 1));
        assertThat(stage.cachedFor(reader(1))).containsExactly(tweet.tweet());
        stage.cache.recover();
        assertThat(trusting.deliver(Deadline::current)).isEqualTo(new Round(1, 0));
        assertThat(stage.cachedFor(reader(2))).containsExactly(tweet.tweet());
        stage.clock.advance(Duration.ofSeconds(10));
        assertThat(settling.settle(Deadline.current())).isEqualTo(1);
    }

    @Test
    void settlesWhatIsDeletedMeanwhile() {
        stage.followedBy(1);
        TweetPosted tweet = stage.post();
        stage.delete(tweet);

        assertThat(roundAfter(LATE)).isEqualTo(new Round(1, 0));
        assertThat(debts()).isEmpty();
        assertThat(stage.cachedFor(reader(1))).isEmpty();
    }

    /** The rest of its batch may be yet to come: a timeline that is filled in between would lack it. */
    @Test
    void leavesWhatIsThereInPart() {
        stage.followedBy(1);
        stage.clock.advance(Duration.ofMillis(1));
        TweetId id = TweetId.firstOf(stage.clock.instant());
        stage.tweets.batchOfPost(new Tweet(id, AUTHOR, "author", "text", List.of())).writeAllBut(Part.BY_AUTHOR);

        assertThat(roundAfter(LATE)).isEqualTo(new Round(0, 1));
        assertThat(debts()).hasSize(1);
    }

    /** However many there are: else the book would stand still behind them. */
    @Test
    void goesPastWhatItTriedInVainAndComesBackToItLast() {
        LateDelivery oneByOne = new LateDelivery(stage.tweets.owedDeliveries(), stage.tweets, stage.tweets, delivery,
                settling, stage.cache, () -> false, stage.clock, 1);
        stage.followedBy(1);
        stage.clock.advance(Duration.ofMillis(1));
        TweetId torn = TweetId.firstOf(stage.clock.instant());
        var batch = stage.tweets.batchOfPost(new Tweet(torn, AUTHOR, "author", "text", List.of()));
        batch.writeAllBut(Part.BY_AUTHOR);
        TweetPosted behindIt = stage.post();
        stage.clock.advance(LATE);

        assertThat(oneByOne.deliver(Deadline::current)).isEqualTo(new Round(0, 1));
        assertThat(oneByOne.deliver(Deadline::current)).isEqualTo(new Round(1, 0));
        assertThat(stage.cachedFor(reader(1))).containsExactly(behindIt.tweet());
        assertThat(oneByOne.deliver(Deadline::current)).as("it is tried again").isEqualTo(new Round(0, 1));
        batch.write(Part.BY_AUTHOR);
        assertThat(oneByOne.deliver(Deadline::current)).isEqualTo(new Round(1, 0));
    }

    @Test
    void anOutageEndsTheRound() {
        stage.followedBy(1);
        stage.post();
        LateDelivery broken = new LateDelivery(stage.tweets.owedDeliveries(), stage.tweets, stage.tweets,
                new TweetDelivery(stage.worker(new Unreachable()), stage.cache, settling), settling, stage.cache,
                () -> false, stage.clock, 100);
        stage.clock.advance(LATE);

        assertThatExceptionOfType(HomeTimelinesUnavailableException.class)
                .isThrownBy(() -> broken.deliver(Deadline::current));
        assertThat(debts()).hasSize(1);
    }

    /** It may be the fault of this one alone: its partition, its author. */
    @Test
    void whatEndedARoundIsTheLastOfTheNextOne() {
        stage.followedBy(1);
        TweetId ill = stage.post().tweet();
        TweetPosted behindIt = stage.post();
        LateDelivery halfBlind = new LateDelivery(stage.tweets.owedDeliveries(), (tweet, author) -> {
            if (tweet.equals(ill)) {
                throw new TweetsUnavailableException("its partition does not answer", null);
            }
            return stage.tweets.presence(tweet, author);
        }, stage.tweets, delivery, settling, stage.cache, () -> false, stage.clock, 100);
        stage.clock.advance(LATE);

        for (int round = 1; round <= 2; round++) {
            assertThatExceptionOfType(TweetsUnavailableException.class)
                    .isThrownBy(() -> halfBlind.deliver(Deadline::current));
        }
        assertThat(stage.cachedFor(reader(1))).containsExactly(behindIt.tweet());
    }

    /** What fails for no known reason stays owed, and does not stop the others. */
    @Test
    void poisonDoesNotStopTheOthers() {
        stage.followedBy(1);
        stage.post();
        TweetPosted second = stage.post();
        LateDelivery poisoned = new LateDelivery(stage.tweets.owedDeliveries(), stage.tweets, stage.tweets,
                new TweetDelivery(stage.worker(new Poisoned(stage.cache)), stage.cache, settling), settling,
                stage.cache, () -> false, stage.clock, 100);
        stage.clock.advance(LATE);

        assertThat(poisoned.deliver(Deadline::current)).isEqualTo(new Round(1, 1));
        assertThat(stage.cachedFor(reader(1))).containsExactly(second.tweet());
    }

    private Round roundAfter(Duration time) {
        stage.clock.advance(time);
        return late.deliver(Deadline::current);
    }

    private List<OwedDelivery> debts() {
        return stage.tweets.owedDeliveries().pending(Instant.MAX, 10);
    }
}
