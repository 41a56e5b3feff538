package timeline.follow.audience;

import timeline.id.TweetId;
import timeline.id.UserId;
import java.util.Optional;

/**
 * The authors whose tweets are not, or not all, pushed (decision D4, ADR 0010). Sticky: who is in it stays until everything that was
 * left has been pushed after the fact.
 *
 * <p>Every change makes a new epoch of the whole set, committed with it; what changes nothing makes none, so that readers need not
 * read the set again. All methods throw {@link timeline.follow.GraphUnavailableException} when the store does not answer in time,
 * and all may be repeated.
 */
public interface PullSet {
    /**
     * The author is pulled, at least from this tweet on, and is not leaving. On return every later read of a {@link Following} shows
     * it: only then may the tweet be left to the readers.
     */
    PulledAuthor enter(UserId author, TweetId from);

    /**
     * The author is about to leave: every later read of an {@link Audience} says so, and pushes.
     *
     * @return empty when the author is not in the set
     */
    Optional<PulledAuthor> leave(UserId author);

    /**
     * Removes a leaving author, unless anything happened to the author since {@link #leave} returned this epoch.
     *
     * @return whether the author is not in the set now
     */
    boolean remove(UserId author, long epoch);

    Optional<PulledAuthor> find(UserId author);

    /** The number of changes that there have been. */
    long epoch();
}
