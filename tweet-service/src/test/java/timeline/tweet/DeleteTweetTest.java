package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.BOB;
import static timeline.tweet.Drafts.draft;

import java.util.List;
import org.junit.jupiter.api.Test;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;
import timeline.tweet.DeleteTweet.Outcome;
import timeline.tweet.outbox.Publishing;
import timeline.tweetstore.InMemoryTweets;

class DeleteTweetTest {
    private static final TweetId ID = new TweetId(77);

    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTweets store = new InMemoryTweets(clock);
    private final Publishing publishing = new Publishing(store, clock);
    private final DeleteTweet deleteTweet = new DeleteTweet(store, publishing.publisher());

    @Test
    void itsAuthorDeletesATweetAndTheEventIsPublished() {
        store.post(draft("hello").named(ID));

        assertThat(deleteTweet.delete(ID, ADA)).isEqualTo(Outcome.DELETED);
        assertThat(store.findAll(List.of(ID), Deadline.current())).isEmpty();
        publishing.awaitPublished(new TweetDeleted(ID, ADA));
    }

    @Test
    void aRepetitionIsADeleteTooButOwesNoSecondEvent() {
        store.post(draft("hello").named(ID));
        deleteTweet.delete(ID, ADA);
        publishing.awaitPublished(new TweetDeleted(ID, ADA));

        assertThat(deleteTweet.delete(ID, ADA)).isEqualTo(Outcome.DELETED);
        publishing.publisher().close();
        assertThat(publishing.published()).containsExactly(new TweetDeleted(ID, ADA));
    }

    @Test
    void nobodyElseDeletesIt() {
        store.post(draft("hello").named(ID));

        assertThat(deleteTweet.delete(ID, BOB)).isEqualTo(Outcome.NOT_THE_AUTHOR);
        assertThat(store.findAll(List.of(ID), Deadline.current())).containsKey(ID);
    }

    @Test
    void toOthersADeletedTweetNeverWas() {
        store.post(draft("hello").named(ID));
        deleteTweet.delete(ID, ADA);

        assertThat(deleteTweet.delete(ID, BOB)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whatNeverWasCannotBeDeleted() {
        assertThat(deleteTweet.delete(ID, ADA)).isEqualTo(Outcome.UNKNOWN);
    }
}
