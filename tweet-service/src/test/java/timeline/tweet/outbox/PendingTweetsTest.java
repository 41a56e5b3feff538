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
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.InMemoryTweets.Batch;
import timeline.tweetstore.InMemoryTweets.Part;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Tweet;

class PendingTweetsTest {
    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTweets store = new InMemoryTweets(clock);
    private final PendingTweets pending = new PendingTweets(store, new WholeBatches(store, Runnable::run),
            Duration.ofSeconds(2), clock);

    @Test
    void anEntryIsPendingOnceItIsLeftOver() {
        OutboxEntry entry = post(1);
        clock.advance(Duration.ofSeconds(2));
        assertThat(pending.apply(10)).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(pending.apply(10)).containsExactly(entry);
    }

    @Test
    void noMoreThanAreAskedForAndTheOldestFirst() {
        List<OutboxEntry> entries = List.of(post(1), post(2), post(3));
        clock.advance(Duration.ofSeconds(3));

        assertThat(pending.apply(2)).isEqualTo(entries.subList(0, 2));
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    void anEventWaitsUntilItsTweetIsThereForEverybody(Part late) {
        Batch batch = store.batchOfPost(tweet(1));
        batch.writeAllBut(late);
        OutboxEntry other = post(2);
        clock.advance(Duration.ofSeconds(3));

        assertThat(pending.apply(10)).as("nobody waits behind it").containsExactly(other);
        batch.write(late);
        assertThat(pending.apply(10)).containsExactly(batch.owed(), other);
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    void soDoesTheEventOfADelete(Part late) {
        store.settle(post(1));
        Batch batch = store.batchOfDelete(new TweetId(1), new UserId(9));
        batch.writeAllBut(late);
        clock.advance(Duration.ofSeconds(3));

        assertThat(pending.apply(10)).isEmpty();
        batch.write(late);
        assertThat(pending.apply(10)).containsExactly(batch.owed());
    }

    private OutboxEntry post(long id) {
        return store.post(tweet(id));
    }

    private static Tweet tweet(long id) {
        return new Tweet(new TweetId(id), new UserId(9), "ada", "text", List.of());
    }
}
