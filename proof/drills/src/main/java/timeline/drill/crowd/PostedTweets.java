package timeline.drill.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import timeline.client.Session;
import timeline.id.TweetId;

/** The tweets that nobody has asked to delete yet. */
final class PostedTweets {
    private final List<PostedTweet> tweets = new ArrayList<>();

    record PostedTweet(Session author, TweetId tweet) {}

    synchronized void add(Session author, TweetId tweet) {
        tweets.add(new PostedTweet(author, tweet));
    }

    /** Takes one out: any one, as the lot has it. */
    synchronized Optional<PostedTweet> take(long lot) {
        if (tweets.isEmpty()) {
            return Optional.empty();
        }
        int chosen = (int) Long.remainderUnsigned(lot, tweets.size());
        PostedTweet last = tweets.removeLast();
        return Optional.of(chosen == tweets.size() ? last : tweets.set(chosen, last));
    }
}
