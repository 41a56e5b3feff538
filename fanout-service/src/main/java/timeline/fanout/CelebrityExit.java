package timeline.fanout;

import timeline.hometimeline.HomeTimelineWriter;
import timeline.id.UserId;
import timeline.tweetstore.Tweets;

/**
 * The end of the way out of the pull set. It began with a mark ({@link PullSet#leave}): since then every tweet is pushed, and
 * readers pull only what is older than a moment that was soon to come. That has passed: what was left to the readers is read from the
 * database and pushed, and the author is removed, unless something changed meanwhile.
 *
 * <p>Nothing gets lost: a tweet that was left was in the database before its mode was decided, and decided before the mark (later
 * ones see the author leaving), so the read finds it. And nothing that a reader has seen goes away: what could be pulled is older than the
 * moment and pushed at the removal; what is younger has only ever been pushed. A crash on the way leaves the author pulled,
 * which is right, only dearer; the author's next tweet goes on (ADR 0004).
 */
final class CelebrityExit {
    private final EachPage eachPage;
    private final PullSet pullSet;
    private final Tweets tweets;
    private final HomeTimelineWriter timelines;

    CelebrityExit(EachPage eachPage, PullSet pullSet, Tweets tweets, HomeTimelineWriter timelines) {
        this.eachPage = eachPage;
        this.pullSet = pullSet;
        this.tweets = tweets;
        this.timelines = timelines;
    }

    /**
     * @param leaving as an {@link Audience} showed the author
     * @return whether the author is out
     */
    boolean lead(UserId author, PulledAuthor leaving) {
        AuthorHistory left = AuthorHistory.read(tweets, author, leaving.from());
        if (!left.entries().isEmpty()) {
            eachPage.from(eachPage.first(author), author, followers -> {
                timelines.backfill(left.entries(), left.completeFrom(), followers);
                return followers.size();
            });
        }
        return pullSet.remove(author, leaving.epoch());
    }
}
