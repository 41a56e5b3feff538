package timeline.home.merge;

import org.jspecify.annotations.Nullable;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweet;

/**
 * A place in a timeline on its way to the reader.
 *
 * @param body the tweet, where the source had it; null where it only knew the id, and it is still to be looked up
 */
public record TimelineItem(TweetId id, UserId author, @Nullable Tweet body) {
    /** An item of a source that reads tweets: no second look-up is needed. */
    public static TimelineItem of(Tweet tweet) {
        return new TimelineItem(tweet.id(), tweet.author(), tweet);
    }
}
