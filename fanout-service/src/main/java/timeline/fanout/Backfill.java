package timeline.fanout;

import java.util.List;
import timeline.deadline.Deadline;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.fanout.FanoutOutcome.Backfilled;
import timeline.fanout.FanoutOutcome.Ignored;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.CachePrimaries.Primaries;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.tweetstore.Tweets;

/**
 * Gives a new follower's timeline the author's older tweets (G7). The follow is committed before its event is there, and the
 * author's tweets are read after it: a tweet is either among them, or was posted later and finds the new follower (ADR 0004).
 *
 * <p>Also for authors who are pulled: a timeline holds everything up to the day when its author became a celebrity, so that the way
 * back needs to bring only what came after.
 */
public final class Backfill {
    private final Tweets tweets;
    private final HomeTimelineWriter timelines;
    private final CachePrimaries primaries;

    public Backfill(Tweets tweets, HomeTimelineWriter timelines, CachePrimaries primaries) {
        this.tweets = tweets;
        this.timelines = timelines;
        this.primaries = primaries;
    }

    public FanoutOutcome handle(FollowEvent event, Deadline turn) {
        return switch (event) {
            case Followed followed -> backfill(followed, turn);
            // Lazy: readers filter by whom they follow now.
            case Unfollowed unfollowed -> new Ignored();
        };
    }

    private Backfilled backfill(Followed followed, Deadline turn) {
        AuthorHistory history = AuthorHistory.read(tweets, followed.author(), TweetId.EARLIEST, turn);
        if (!history.entries().isEmpty()) {
            Primaries before = primaries.known();
            timelines.backfill(history.entries(), history.completeFrom(), List.of(followed.follower()), turn);
            // Nothing else remembers it: what was taken by a primary that had been replaced has to come once more.
            if (!primaries.areStill(before, turn)) {
                throw new HomeTimelinesUnavailableException("a part of the cache may have changed hands meanwhile",
                        null);
            }
        }
        return new Backfilled(history.entries().size());
    }
}
