package timeline.fanout;

import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The authors whose tweets are left for read time. Readers read it in one snapshot with whom they follow, at each read, so what is
 * committed here counts for every read that begins afterwards (ADR 0004).
 *
 * <p>All methods may be repeated, and throw {@link GraphUnavailableException} when the follow-service does not answer in time.
 */
public interface PullSet {
    /** The author is pulled, at least from this tweet on, and not on the way out, whichever was under way. */
    void enter(UserId author, TweetId from, Deadline deadline);

    /**
     * The author is on the way out: from now on every {@link Audience} says so, and every tweet is pushed. Nothing happens to an author
     * who is not in the set, or leaving already. Readers go on pulling what is older than {@link PulledAuthor#until}, some seconds from
     * now.
     */
    void beginWayOut(UserId author, Deadline deadline);

    /**
     * Removes a leaving author, unless the author has changed since an {@link Audience} showed this epoch.
     *
     * @return whether the author is not in the set now
     */
    boolean remove(UserId author, long epoch, Deadline deadline);
}
