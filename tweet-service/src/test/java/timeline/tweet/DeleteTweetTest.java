package timeline.tweet;

import static org.assertj.core.api.Assertions.assertThat;
import static timeline.tweet.Drafts.ADA;
import static timeline.tweet.Drafts.BOB;
import static timeline.tweet.Drafts.draft;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.id.TweetId;
import timeline.testkit.ManualClock;
import timeline.tweet.DeleteTweet.Outcome;
import timeline.tweet.outbox.Publishing;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.InMemoryTweets.Batch;
import timeline.tweetstore.InMemoryTweets.Part;

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

    /** Their page shows it, or its id finds it: either is enough to delete it, and the delete wins over what is yet to come. */
    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    void itsAuthorDeletesATweetThatIsThereInPart(Part late) {
        Batch post = store.batchOfPost(draft("hello").named(ID));
        post.writeAllBut(late);

        assertThat(deleteTweet.delete(ID, ADA)).isEqualTo(Outcome.DELETED);
        post.write(late);
        assertGone();
    }

    /** An earlier request was not confirmed: what it did may be half of it. */
    @ParameterizedTest
    @EnumSource(value = Part.class, names = {"BY_ID", "BY_AUTHOR"})
    void whatIsDeletedInPartIsDeletedAgain(Part late) {
        store.post(draft("hello").named(ID));
        store.batchOfDelete(ID, ADA).writeAllBut(late);

        assertThat(deleteTweet.delete(ID, ADA)).isEqualTo(Outcome.DELETED);
        assertGone();
        publishing.awaitPublished(new TweetDeleted(ID, ADA));
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

    private void assertGone() {
        assertThat(store.findAll(List.of(ID), Deadline.current())).isEmpty();
        assertThat(store.ofAuthor(ADA, TweetId.LATEST, 10, Deadline.current())).isEmpty();
    }
}
