package timeline.tweet.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.ManualClock;
import timeline.tweet.outbox.OutboxRelay.Round;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.InMemoryTweets.Batch;
import timeline.tweetstore.InMemoryTweets.Part;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetOutbox.Backlog;

class OutboxRelayTest {
    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTweets store = new InMemoryTweets(clock);
    private final RecordedStream stream = new RecordedStream();
    private final OutboxRelay relay = new OutboxRelay(store, new WholeBatches(store, Runnable::run), stream,
            new Settler(store, Runnable::run), clock);

    @Test
    void hasNothingToDoWhenNothingIsLeftOver() {
        post(1);

        assertThat(relay.relay()).isEqualTo(new Round(0, 0));
        assertThat(stream.stored()).isEmpty();
    }

    @Test
    void publishesWhatIsLeftOverAfterTwoSecondsAndSettlesIt() {
        OutboxEntry entry = post(1);
        clock.advance(Duration.ofMillis(2_001));

        assertThat(relay.relay()).isEqualTo(new Round(1, 1));
        assertThat(stream.stored()).containsExactly(entry.event());
        assertThat(store.backlog()).isEqualTo(Backlog.NONE);
    }

    @Test
    void keepsAnEntryUntilTheBrokerHasStoredItsEvent() {
        post(1);
        clock.advance(Duration.ofSeconds(3));
        stream.refuse(event -> true);

        assertThat(relay.relay()).isEqualTo(new Round(1, 0));
        assertThat(store.backlog().entries()).isEqualTo(1);
        stream.refuse(event -> false);
        assertThat(relay.relay()).isEqualTo(new Round(1, 1));
    }

    @Test
    void stopsAtTheFirstRefusalInsteadOfWaitingForEveryOne() {
        for (int i = 1; i <= 10; i++) {
            post(i);
        }
        clock.advance(Duration.ofSeconds(3));
        stream.refuse(event -> event.tweet().value() >= 4);

        assertThat(relay.relay()).isEqualTo(new Round(10, 3));
        assertThat(stream.stored()).hasSize(3);
    }

    @Test
    void worksOffABacklogRoundByRoundInOrder() {
        for (int i = 1; i <= 1_200; i++) {
            post(i);
        }
        clock.advance(Duration.ofSeconds(3));

        assertThat(List.of(relay.relay(), relay.relay(), relay.relay(), relay.relay())).containsExactly(
                new Round(500, 500), new Round(500, 500), new Round(200, 200), new Round(0, 0));
        assertThat(stream.stored()).extracting(event -> event.tweet().value()).isSorted().hasSize(1_200);
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    void anEventWaitsUntilItsTweetIsThereForEverybody(Part late) {
        Batch batch = store.batchOfPost(new Tweet(new TweetId(1), new UserId(9), "ada", "text", List.of()));
        batch.writeAllBut(late);
        OutboxEntry other = post(2);
        clock.advance(Duration.ofSeconds(3));

        assertThat(relay.relay()).isEqualTo(new Round(1, 1));
        assertThat(stream.stored()).as("nobody waits behind it").containsExactly(other.event());
        batch.write(late);
        assertThat(relay.relay()).isEqualTo(new Round(1, 1));
        assertThat(stream.stored()).containsExactly(other.event(), batch.owed().event());
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    void soDoesTheEventOfADelete(Part late) {
        post(1);
        clock.advance(Duration.ofSeconds(3));
        relay.relay();
        Batch batch = store.batchOfDelete(new TweetId(1), new UserId(9));
        batch.writeAllBut(late);
        clock.advance(Duration.ofSeconds(3));

        assertThat(relay.relay()).isEqualTo(new Round(0, 0));
        batch.write(late);
        assertThat(relay.relay()).isEqualTo(new Round(1, 1));
        assertThat(stream.stored()).contains(batch.owed().event());
    }

    @Test
    void thePaceFollowsTheWork() {
        RelayPace pace = new RelayPace();

        assertThat(pace.after(new Round(0, 0))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.after(new Round(500, 500))).isEqualTo(Duration.ZERO);
        assertThat(pace.after(new Round(500, 0))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.after(new Round(500, 0))).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.after(new Round(500, 0))).isEqualTo(Duration.ofSeconds(4));
        assertThat(pace.after(new Round(500, 0))).isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.after(new Round(3, 3))).isEqualTo(Duration.ofSeconds(1));
    }

    private OutboxEntry post(long id) {
        return store.post(new Tweet(new TweetId(id), new UserId(9), "ada", "text", List.of()));
    }
}
