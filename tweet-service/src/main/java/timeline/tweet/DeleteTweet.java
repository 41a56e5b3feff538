package timeline.tweet;

import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.outbox.EventPublisher;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.TweetStore;

/**
 * Deletes a tweet. Readers look tweets up, or keep what they looked up as long as they are told of every delete, so it is gone with the
 * write; the event only tidies caches (G8, ADR 0028).
 */
public final class DeleteTweet {
    private final TweetStore store;
    private final EventPublisher<OutboxEntry> publisher;

    public DeleteTweet(TweetStore store, EventPublisher<OutboxEntry> publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    public Outcome delete(TweetId tweet, UserId caller) {
        Optional<Authorship> authorship = store.authorship(tweet);
        if (authorship.isEmpty()) {
            // The caller's own page may show already what can't be found by its id yet.
            return store.presence(tweet, caller) == Presence.ABSENT ? Outcome.UNKNOWN : erase(tweet, caller);
        }
        boolean deleted = authorship.get().deleted();
        if (!authorship.get().author().equals(caller)) {
            // To its author a deleted tweet is deleted, to everybody else it never was.
            return deleted ? Outcome.UNKNOWN : Outcome.NOT_THE_AUTHOR;
        }
        // What an earlier request has deleted in part may still be on the author's page.
        boolean done = deleted && store.presence(tweet, caller) == Presence.COMPLETE;
        return done ? Outcome.DELETED : erase(tweet, caller);
    }

    /** Also of a tweet that is there in part: the delete wins over what is yet to come of it. */
    private Outcome erase(TweetId tweet, UserId author) {
        publisher.publishPromptly(store.delete(tweet, author));
        return Outcome.DELETED;
    }

    /** What became of the request. */
    public enum Outcome {
        /** It is gone, now or since an earlier request. */
        DELETED, NOT_THE_AUTHOR, UNKNOWN
    }
}
