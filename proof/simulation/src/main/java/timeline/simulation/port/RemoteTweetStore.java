package timeline.simulation.port;

import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetStore;

/** {@link TweetStore} behind a link. */
public record RemoteTweetStore(Link link, TweetStore store) implements TweetStore {
    @Override
    public OutboxEntry post(Tweet tweet) {
        return link.call("store.post", tweet, () -> store.post(tweet));
    }

    @Override
    public OutboxEntry delete(TweetId tweet, UserId author) {
        return link.call("store.delete", tweet, () -> store.delete(tweet, author));
    }

    @Override
    public Optional<Authorship> authorship(TweetId tweet) {
        return link.call("store.authorship", tweet, () -> store.authorship(tweet));
    }
}
