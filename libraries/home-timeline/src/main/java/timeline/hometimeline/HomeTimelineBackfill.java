package timeline.hometimeline;

import java.util.Collection;
import java.util.List;
import timeline.deadline.Deadline;
import timeline.id.TweetId;
import timeline.id.UserId;

/** Adds older tweets to home timelines that exist: the one thing that both the fan-out and the readers write. */
@FunctionalInterface
public interface HomeTimelineBackfill {
    /**
     * Adds an author's older tweets to timelines, after a follow or when an author stops being pulled.
     *
     * @param completeFrom from this id on, the timelines lack no tweet of the author once the entries are added. Where a timeline
     *     claims to be complete from an earlier id, its floor is raised to this one in the same step: else it would claim what it
     *     does not hold. {@link TweetId#EARLIEST} when the entries are all that was missing.
     * @throws HomeTimelinesUnavailableException when a part of the cache did not answer in time, or by the deadline; what was done by
     *     then stays, and repeating the call completes it
     */
    void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
            Deadline deadline);
}
