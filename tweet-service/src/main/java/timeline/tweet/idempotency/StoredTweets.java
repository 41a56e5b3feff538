package timeline.tweet.idempotency;

import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.outbox.EventPublisher;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.TweetStore;

/**
 * What the keys must know of the store of tweets, and do to it.
 *
 * <p>Both methods throw {@link timeline.tweetstore.TweetsUnavailableException} when the store does not answer in time.
 */
public final class StoredTweets {
    private final TweetStore store;
    private final EventPublisher<OutboxEntry> publisher;

    public StoredTweets(TweetStore store, EventPublisher<OutboxEntry> publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    /** How much there is of the tweet, deleted meanwhile or not. */
    Presence presence(TweetId tweet, UserId author) {
        return store.presence(tweet, author);
    }

    /**
     * Sees to it that the tweet is never there: a delete wins over every post of the same id, also over one that is under way, or that
     * the store remembers by itself hours later (G8).
     */
    void retire(TweetId tweet, UserId author) {
        publisher.publishPromptly(store.delete(tweet, author));
    }
}
