package timeline.simulation.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.Tweets;
import timeline.tweetstore.Tweets.Slice;

/** {@link Tweets} behind a link. */
public record RemoteTweets(Link link, Tweets tweets) implements Tweets {
    @Override
    public Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline) {
        return link.call("tweets.findAll", ids, deadline, () -> tweets.findAll(ids, Link.ARRIVED));
    }

    @Override
    public List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline) {
        return link.call("tweets.ofAuthor", author, deadline,
                () -> tweets.ofAuthor(author, before, limit, Link.ARRIVED));
    }

    @Override
    public Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
            Deadline deadline) {
        return link.call("tweets.ofAuthors", authors, deadline,
                () -> tweets.ofAuthors(authors, before, limitPerAuthor, Link.ARRIVED));
    }

    @Override
    public Map<UserId, Slice> newestOfAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
            Deadline deadline) {
        return link.call("tweets.newestOfAuthors", authors, deadline,
                () -> tweets.newestOfAuthors(authors, before, limitPerAuthor, Link.ARRIVED));
    }
}
