package timeline.tweetstore;

import timeline.id.TweetId;
import timeline.id.UserId;

/** How much there is of a tweet: of the store of tweets what one needs to know before concluding anything from one of its rows. */
@FunctionalInterface
public interface TweetPresence {
    /**
     * How much there is of an author's tweet. Whoever tells a user that a tweet is stored, or deleted, without having been confirmed the
     * change must have seen {@link Presence#COMPLETE}: then everybody sees it (G2, G8).
     *
     * @param author who posted it, if it was posted
     * @throws TweetsUnavailableException when the store does not answer in time
     */
    Presence presence(TweetId tweet, UserId author);
}
