package timeline.tweetstore;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * Reads tweets. Every read sees every write that was acknowledged before the read began (read-your-writes, G2, rests on it), and
 * never a deleted tweet.
 *
 * <p>All methods throw {@link TweetsUnavailableException} when the store does not answer in time. They wait no longer than until the
 * deadline that they are given, and for a single statement no longer than the time-outs of the store's configuration.
 */
public interface Tweets {
    /** The live tweets among the given ids; unknown and deleted ones are absent. */
    Map<TweetId, Tweet> findAll(Collection<TweetId> ids, Deadline deadline);

    /**
     * An author's live tweets, newest first, all older than {@code before}. Fewer than {@code limit} means that the author has
     * no more: deleted tweets are skipped by reading on, never by returning less.
     */
    List<Tweet> ofAuthor(UserId author, TweetId before, int limit, Deadline deadline);

    /**
     * An author's live tweets, like {@link #ofAuthor}, at a bounded cost: it reads on past the deleted, but not through years of them. The
     * slice then has fewer tweets than asked for, perhaps none, and tells where to go on.
     */
    default Slice slice(UserId author, TweetId before, int limit, Deadline deadline) {
        return new Slice(ofAuthor(author, before, limit, deadline), Optional.empty());
    }

    /**
     * {@link #ofAuthor} for many authors at once: one entry for each author asked for, empty lists included. The whiteboard's
     * "pull": its cost is what the push threshold trades against.
     */
    Map<UserId, List<Tweet>> ofAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
            Deadline deadline);

    /**
     * {@link #ofAuthors} at the cost of one look at each author's newest tweets: whether there are more below it is not found out. For a
     * reader who merges many authors, and seldom gets that far down.
     *
     * @return one slice for each author asked for, which may have fewer tweets than asked for, or none, and then tells where to go on
     */
    default Map<UserId, Slice> newestOfAuthors(Collection<UserId> authors, TweetId before, int limitPerAuthor,
            Deadline deadline) {
        Map<UserId, Slice> slices = LinkedHashMap.newLinkedHashMap(authors.size());
        Map<UserId, List<Tweet>> found = authors.size() == 1
                ? Map.of(authors.iterator().next(),
                        ofAuthor(authors.iterator().next(), before, limitPerAuthor, deadline))
                : ofAuthors(authors, before, limitPerAuthor, deadline);
        found.forEach((author, tweets) -> slices.put(author, new Slice(tweets, Optional.empty())));
        return slices;
    }

    /**
     * Some of an author's live tweets, newest first.
     *
     * @param readOn the tweets before this one were not looked at; empty when there are as many as were asked for, or no more
     */
    record Slice(List<Tweet> tweets, Optional<TweetId> readOn) {
        public Slice {
            tweets = List.copyOf(tweets);
        }
    }
}
