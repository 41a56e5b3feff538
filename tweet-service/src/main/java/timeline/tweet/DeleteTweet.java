package timeline.tweet;

import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweet.outbox.EventPublisher;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.TweetStore;

/** Deletes a tweet. Readers look every tweet up, so it is gone with the write; the event only tidies caches (G8). */
public final class DeleteTweet {
    private final TweetStore store;
    private final EventPublisher publisher;

    public DeleteTweet(TweetStore store, EventPublisher publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    public Outcome delete(TweetId tweet, UserId caller) {
        Optional<Authorship> authorship = store.authorship(tweet);
        if (authorship.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        boolean own = authorship.get().author().equals(caller);
        if (authorship.get().deleted()) {
            // To its author a deleted tweet is deleted, to everybody else it never was.
            return own ? Outcome.DELETED : Outcome.UNKNOWN;
        }
        if (!own) {
            return Outcome.NOT_THE_AUTHOR;
        }
        publisher.publishSoon(store.delete(tweet, caller));
        return Outcome.DELETED;
    }

    /** What became of the request. */
    public enum Outcome {
        /** It is gone, now or since an earlier request. */
        DELETED, NOT_THE_AUTHOR, UNKNOWN
    }
}
