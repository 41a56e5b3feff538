package timeline.tweet.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.ManualClock;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetsUnavailableException;

class TweetSettlerTest {
    private final InMemoryTweets store = new InMemoryTweets(ManualClock.at("2026-03-01T12:00:00Z"));
    private final OutboxEntry entry = store
            .post(new Tweet(new TweetId(7), new UserId(9), "ada", "text", List.of()));

    @Test
    void removesTheEntry() {
        TweetSettler settler = new TweetSettler(store, Runnable::run);

        assertThat(settler.settle(entry)).isCompletedWithValue(true);
        assertThat(store.backlog()).isEqualTo(TweetOutbox.Backlog.NONE);
        assertThat(settler.unsettled()).isZero();
    }

    @Test
    void countsWhatAnOutageKeepsFromBeingRemoved() {
        TweetSettler settler = new TweetSettler(away(), Runnable::run);

        assertThat(settler.settle(entry)).isCompletedWithValue(false);
        assertThat(settler.unsettled()).isEqualTo(1);
    }

    private static TweetOutbox away() {
        return new TweetOutbox() {
            @Override
            public List<OutboxEntry> pending(Instant writtenBefore, int limit) {
                throw new TweetsUnavailableException("away", null);
            }

            @Override
            public void settle(OutboxEntry settled) {
                throw new TweetsUnavailableException("away", null);
            }

            @Override
            public Backlog backlog() {
                throw new TweetsUnavailableException("away", null);
            }
        };
    }
}
