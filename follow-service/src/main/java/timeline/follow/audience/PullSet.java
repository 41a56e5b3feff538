package timeline.follow.audience;

import java.time.Duration;
import timeline.id.TweetId;
import timeline.id.UserId;
import java.util.Optional;

/**
 * The authors whose tweets are not, or not all, pushed (ADR 0010). Sticky: who is in it stays until everything that was
 * left has been pushed after the fact.
 *
 * <p>Every change makes a new epoch of the whole set, committed with it; what changes nothing makes none, so that readers need not
 * read the set again. All methods throw {@link timeline.follow.GraphUnavailableException} when the store does not answer in time,
 * and all may be repeated.
 */
public interface PullSet {
    /**
     * For how long new tweets of an author on the way out are still pulled: a read that began before the mark has ended by then (2 s,
     * G12), although the clock that dates the tweets is 3 s fast, and a transaction takes 1.2 s at most.
     */
    Duration PULLED_ON = Duration.ofSeconds(8);

    /**
     * The author is pulled, at least from this tweet on, and is not leaving. On return every later read of a {@link Following} shows
     * it: only then may the tweet be left to the readers.
     */
    PulledAuthor enter(UserId author, TweetId from);

    /**
     * The author is on the way out: every later read of an {@link Audience} says so, and pushes. Who follows the author from now on
     * never pulls: such a reader could see by pulling what only the backfill of the follow brings, and lose it again at the removal.
     *
     * @return with {@code until} being {@link #PULLED_ON} from now, by the store's clock, or as it was when the author was leaving already;
     *     empty when the author is not in the set
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
