package timeline.tweet.deletions;

import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetStore;

/**
 * A store of tweets through which no deletion goes unnoted.
 *
 * <p>Before it is sent, as in doubt: from then on any reader may find the tweet gone, whatever becomes of the answer. Again when it is done, and
 * whenever a tweet is found deleted, whoever did it: a reader who has begun anew in between learns of the first note only that it was
 * before its time, and may have looked the tweet up before the store had the delete. So whatever is acknowledged was noted after it had
 * happened, and before it is acknowledged (G8).
 */
public final class NotingTweetStore implements TweetStore {
    private final TweetStore store;
    private final RecentDeletions deletions;

    public NotingTweetStore(TweetStore store, RecentDeletions deletions) {
        this.store = store;
        this.deletions = deletions;
    }

    @Override
    public OutboxEntry post(Tweet tweet) {
        return store.post(tweet);
    }

    @Override
    public OutboxEntry delete(TweetId tweet, UserId author) {
        deletions.noteDoubt(tweet);
        OutboxEntry owed = store.delete(tweet, author);
        deletions.note(tweet);
        return owed;
    }

    @Override
    public Optional<Authorship> authorship(TweetId tweet) {
        Optional<Authorship> found = store.authorship(tweet);
        if (found.isPresent() && found.get().deleted()) {
            deletions.note(tweet);
        }
        return found;
    }

    @Override
    public Presence presence(TweetId tweet, UserId author) {
        return store.presence(tweet, author);
    }
}
