package timeline.fanout;

import java.util.Optional;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.id.UserId;
import timeline.tweetstore.Tweets;

/**
 * The way out of the pull set, in this order: say that the author is leaving (from now on every tweet is pushed, and readers still
 * pull); read from the database what was left to the readers; push all of it; say that nobody needs to pull any more, unless
 * something changed meanwhile.
 *
 * <p>No wait is needed in between. A tweet that was left was in the database before its mode was decided, and decided before the
 * first step (later ones see the author leaving), so the read finds it. A crash on the way leaves the author pulled, which is
 * right, only dearer; the author's next tweet goes on (ADR 0004).
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

    /** @return whether the author is out */
    boolean lead(UserId author) {
        Optional<PulledAuthor> leaving = pullSet.leave(author);
        if (leaving.isEmpty()) {
            return false;
        }
        AuthorHistory left = AuthorHistory.read(tweets, author, leaving.get().from());
        if (!left.entries().isEmpty()) {
            eachPage.from(eachPage.first(author), author, followers -> {
                timelines.backfill(left.entries(), left.completeFrom(), followers);
                return followers.size();
            });
        }
        return pullSet.remove(author, leaving.get().epoch());
    }
}
