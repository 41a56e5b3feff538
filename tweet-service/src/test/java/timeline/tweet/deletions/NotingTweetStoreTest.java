package timeline.tweet.deletions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeline.tweet.Drafts.ADA;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.testkit.ManualClock;
import timeline.tweet.DeleteTweet;
import timeline.tweet.outbox.Publishing;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.TweetsUnavailableException;

/** What the readers' proof needs (G8): noted before anybody can find it gone, and once more before anybody is told that it is. */
class NotingTweetStoreTest {
    private static final TweetId ID = new TweetId(77);
    private static final Tweet TWEET = new Tweet(ID, ADA, "ada", "hello", List.of());

    private final ManualClock clock = ManualClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTweets tweets = new InMemoryTweets(clock);
    private final RecentDeletions deletions = new RecentDeletions(new Random(1));
    private final List<Long> notedWhenTheStoreIsAsked = new ArrayList<>();
    private boolean silent;
    private final TweetStore store = new NotingTweetStore(new Watched(), deletions);
    private final Publishing publishing = new Publishing(tweets, clock);
    private final DeleteTweet deleteTweet = new DeleteTweet(store, publishing.publisher());

    @Test
    void aDeleteIsNotedBeforeItIsSentAndAgainWhenItIsDone() {
        tweets.post(TWEET);

        deleteTweet.delete(ID, ADA);

        assertThat(notedWhenTheStoreIsAsked).containsExactly(1L);
        assertThat(deletions.all().inDoubt()).containsExactly(ID);
        assertThat(deletions.all().deleted()).containsExactly(ID);
    }

    @Test
    void aDeleteOfWhichNobodyKnowsWhetherItHappenedIsNoted() {
        tweets.post(TWEET);
        silent = true;

        assertThatThrownBy(() -> deleteTweet.delete(ID, ADA)).isInstanceOf(TweetsUnavailableException.class);

        assertThat(deletions.all().inDoubt()).containsExactly(ID);
        assertThat(deletions.all().deleted()).isEmpty();
    }

    /** Another instance did it, and has died since: this one acknowledges it, and so it has to tell. */
    @Test
    void whatIsFoundDeletedIsNotedBeforeItIsAcknowledged() {
        tweets.post(TWEET);
        tweets.delete(ID, ADA);

        assertThat(deleteTweet.delete(ID, ADA)).isEqualTo(DeleteTweet.Outcome.DELETED);

        assertThat(notedWhenTheStoreIsAsked).as("nothing is left to delete").isEmpty();
        assertThat(deletions.all().deleted()).containsExactly(ID);
    }

    @Test
    void nothingElseIsNoted() {
        store.post(TWEET);
        store.authorship(ID);
        store.presence(ID, ADA);

        assertThat(deletions.all().newest()).isZero();
    }

    /** Writes down how much was noted when a delete arrives. */
    private final class Watched implements TweetStore {
        @Override
        public OutboxEntry post(Tweet tweet) {
            return tweets.post(tweet);
        }

        @Override
        public OutboxEntry delete(TweetId tweet, UserId author) {
            notedWhenTheStoreIsAsked.add(deletions.all().newest());
            if (silent) {
                throw new TweetsUnavailableException("silent", null);
            }
            return tweets.delete(tweet, author);
        }

        @Override
        public Optional<Authorship> authorship(TweetId tweet) {
            return tweets.authorship(tweet);
        }

        @Override
        public Presence presence(TweetId tweet, UserId author) {
            return tweets.presence(tweet, author);
        }
    }
}
