package timeline.tweetstore;

import java.util.Optional;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * Writes tweets. A change, the event that tells of it and, of a new tweet, the {@link OwedDelivery} are one atomic step: never one without
 * the others, whichever process dies when (G1, G10, ADR 0002, ADR 0026). What was written is seen by every read that begins after the call returned.
 *
 * <p>All methods throw {@link TweetsUnavailableException} when the store did not confirm in time. The change may then have been made
 * or not; making it again with the same id is safe.
 */
public interface TweetStore extends TweetPresence {
    /**
     * Stores a tweet. Storing the same tweet again changes nothing, also after it was deleted: a delete always wins (G8). It only
     * owes event and delivery once more.
     *
     * @return the event that is now owed; it names the delivery that is owed by its {@code writtenAt}
     */
    OutboxEntry post(Tweet tweet);

    /**
     * Deletes a tweet: erases text and media ids, keeps its {@link Authorship}. Deleting it again changes nothing but owes the
     * event once more.
     *
     * @param author the author of that tweet, as {@link #authorship} told
     * @return the event that is now owed
     */
    OutboxEntry delete(TweetId tweet, UserId author);

    /**
     * Who wrote the tweet, also when it is deleted meanwhile; empty when there never was such a tweet. This is one of the ways of looking:
     * of a change that was not confirmed it may know while others do not, or the other way round, see {@link #presence}.
     */
    Optional<Authorship> authorship(TweetId tweet);
}
