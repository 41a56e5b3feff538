package timeline.simulation;

import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetStore;

/** A store of tweets that is right, but for what a subclass gets wrong. */
abstract class ForwardingStore implements TweetStore {
    private final TweetStore store;

    ForwardingStore(TweetStore store) {
        this.store = store;
    }

    @Override
    public OutboxEntry post(Tweet tweet) {
        return store.post(tweet);
    }

    @Override
    public OutboxEntry delete(TweetId tweet, UserId author) {
        return store.delete(tweet, author);
    }

    @Override
    public Optional<Authorship> authorship(TweetId tweet) {
        return store.authorship(tweet);
    }

    @Override
    public Presence presence(TweetId tweet, UserId author) {
        return store.presence(tweet, author);
    }
}
