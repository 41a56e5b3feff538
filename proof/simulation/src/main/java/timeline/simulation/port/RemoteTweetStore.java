package timeline.simulation.port;

import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetStore;

/** {@link TweetStore} behind a link. A change is what it is in Cassandra: a batch, whose rows need not all be there at the same time. */
public record RemoteTweetStore(Link link, InMemoryTweets store, Batchlog batchlog) implements TweetStore {
    @Override
    public OutboxEntry post(Tweet tweet) {
        return link.write("store.post", tweet, store.batchOfPost(tweet), batchlog);
    }

    @Override
    public OutboxEntry delete(TweetId tweet, UserId author) {
        return link.write("store.delete", tweet, store.batchOfDelete(tweet, author), batchlog);
    }

    @Override
    public Optional<Authorship> authorship(TweetId tweet) {
        return link.call("store.authorship", tweet, () -> store.authorship(tweet));
    }

    @Override
    public Presence presence(TweetId tweet, UserId author) {
        return link.call("store.presence", tweet, () -> store.presence(tweet, author));
    }
}
