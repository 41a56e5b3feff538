package timeline.simulation.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;

/** {@link Tweets} behind a link. */
public record RemoteTweets(Link link, Tweets tweets) implements Tweets {
    @Override
    public Map<TweetId, Tweet> findAll(Collection<TweetId> ids) {
        return link.call("tweets.findAll", ids, () -> tweets.findAll(ids));
    }

    @Override
    public List<Tweet> ofAuthor(UserId author, TweetId before, int limit) {
        return link.call("tweets.ofAuthor", author, () -> tweets.ofAuthor(author, before, limit));
    }

    @Override
    public Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor) {
        return link.call("tweets.ofAuthors", authors, () -> tweets.ofAuthors(authors, before, limitPerAuthor));
    }
}
