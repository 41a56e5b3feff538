package timeline.tweet.config;

import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetStore;

/** Stages {@code store}, {@code erase}, {@code authorship} and {@code presence}. */
record TimedTweetStore(TweetStore store, StageTimer timer) implements TweetStore {
    @Override
    public OutboxEntry post(Tweet tweet) {
        return timer.time("store", () -> store.post(tweet));
    }

    @Override
    public OutboxEntry delete(TweetId tweet, UserId author) {
        return timer.time("erase", () -> store.delete(tweet, author));
    }

    @Override
    public Optional<Authorship> authorship(TweetId tweet) {
        return timer.time("authorship", () -> store.authorship(tweet));
    }

    @Override
    public Presence presence(TweetId tweet, UserId author) {
        return timer.time("presence", () -> store.presence(tweet, author));
    }
}
