package timeline.fanout;

import timeline.deadline.Deadline;
import timeline.fanout.Progress.WayOut;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.UserId;
import timeline.tweetstore.Tweets;

/**
 * The end of the way out of the pull set. It began with a mark ({@link PullSet#beginWayOut}): since then every tweet is pushed, and
 * readers pull only what is older than a moment that was soon to come. That has passed: what was left to the readers is read from the
 * database and pushed, and the author is removed, unless something changed meanwhile.
 *
 * <p>Nothing gets lost: a tweet that was left was in the database before its mode was decided, and decided before the mark (later
 * ones see the author leaving), so the read finds it. And nothing that a reader has seen goes away: what could be pulled is older than the
 * moment and pushed at the removal; what is younger has only ever been pushed. A crash on the way leaves the author pulled,
 * which is right, only dearer; the author's next tweet goes on (ADR 0004).
 *
 * <p>A follower may get as many entries as a timeline holds, so only a few followers are served at once: the work between two looks
 * at the clock is bounded by entries, not by followers.
 */
final class CelebrityExit {
    /** Entries that are sent between two looks at the clock: 80 followers with full timelines, about 2 MB. */
    private static final int ENTRIES_AT_ONCE = 64_000;

    private final EachPage eachPage;
    private final PullSet pullSet;
    private final Tweets tweets;
    private final HomeTimelineWriter timelines;
    private final CachePrimaries primaries;

    CelebrityExit(EachPage eachPage, PullSet pullSet, Tweets tweets, HomeTimelineWriter timelines,
            CachePrimaries primaries) {
        this.eachPage = eachPage;
        this.pullSet = pullSet;
        this.tweets = tweets;
        this.timelines = timelines;
        this.primaries = primaries;
    }

    /**
     * @param leaving as an {@link Audience} showed the author
     * @return whether the author is out; not while a part of the cache does not take what was left, which its readers go on pulling
     * @throws UnfinishedException when the turn is over before
     */
    boolean lead(UserId author, PulledAuthor leaving, Progress progress, Deadline turn) {
        AuthorHistory left = AuthorHistory.read(tweets, author, leaving.from(), turn);
        var _ = progress.begunOn(primaries::known);
        try {
            bring(left, author, leaving, progress, turn);
        } catch (HomeTimelinesUnavailableException lost) {
            if (lost.isOutOfTime()) {
                throw lost;
            }
            return false;
        }
        // What was taken by a primary that had been replaced is lost, and its readers have to go on pulling it.
        if (!primaries.areStill(progress.begunOn(primaries::known), turn)) {
            return false;
        }
        return pullSet.remove(author, leaving.epoch(), turn);
    }

    private void bring(AuthorHistory left, UserId author, PulledAuthor leaving, Progress progress, Deadline turn) {
        if (!left.entries().isEmpty()) {
            int atOnce = Math.clamp(ENTRIES_AT_ONCE / left.entries().size(), 1, eachPage.pageFollowers());
            eachPage.walk(author, eachPage.first(author, turn), atOnce, progress.of(new WayOut(leaving.epoch())), turn,
                    followers -> {
                        timelines.backfill(left.entries(), left.completeFrom(), followers, turn);
                        return new Taken(followers.size(), 0);
                    });
        }
    }
}
