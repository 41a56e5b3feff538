package timeline.fanout;

import java.util.List;
import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.fanout.FanoutOutcome.BackfillOwed;
import timeline.fanout.FanoutOutcome.Backfilled;
import timeline.fanout.FanoutOutcome.Ignored;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.CachePrimaries.Primaries;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.tweetstore.Tweets;

/**
 * Gives a new follower's timeline the author's older tweets (G7). The follow is committed before its event is there, and the
 * author's tweets are read after it: a tweet is either among them, or was posted later and finds the new follower (ADR 0004).
 *
 * <p>Until it is done, the follower's reads pull the author: that is owed since the follow, and settled like the delivery of a tweet
 * (ADR 0032). So a timeline in a lost part of the cache is not waited for.
 *
 * <p>Also for authors who are pulled: a timeline holds everything up to the day when its author became a celebrity, so that the way
 * back needs to bring only what came after.
 */
public final class Backfill {
    private final Tweets tweets;
    private final HomeTimelineWriter timelines;
    private final CachePrimaries primaries;
    private final Settling<OwedBackfill> settling;

    public Backfill(Tweets tweets, HomeTimelineWriter timelines, CachePrimaries primaries,
            Settling<OwedBackfill> settling) {
        this.tweets = tweets;
        this.timelines = timelines;
        this.primaries = primaries;
        this.settling = settling;
    }

    public FanoutOutcome handle(FollowEvent event, Deadline turn) {
        return switch (event) {
            case Followed(UserId follower, UserId author, Optional<Long> number) -> number.isPresent()
                    ? settled(new OwedBackfill(follower, author, number.get()), turn)
                    : certain(follower, author, turn);
            // Lazy: readers filter by whom they follow now.
            case Unfollowed unfollowed -> new Ignored();
        };
    }

    private FanoutOutcome settled(OwedBackfill owed, Deadline turn) {
        Primaries before = primaries.known();
        try {
            Backfilled brought = bring(owed.follower(), owed.author(), turn);
            settling.delivered(owed, before);
            return brought;
        } catch (HomeTimelinesUnavailableException lost) {
            if (lost.isOutOfTime()) {
                throw lost;
            }
            return new BackfillOwed();
        }
    }

    /** Of an event from before follows were debts. Nothing else remembers it: it must not be lost to a primary that had been replaced. */
    private Backfilled certain(UserId follower, UserId author, Deadline turn) {
        Primaries before = primaries.known();
        Backfilled brought = bring(follower, author, turn);
        if (brought.tweets() > 0 && !primaries.areStill(before, turn)) {
            throw new HomeTimelinesUnavailableException("a part of the cache may have changed hands meanwhile", null);
        }
        return brought;
    }

    private Backfilled bring(UserId follower, UserId author, Deadline turn) {
        AuthorHistory history = AuthorHistory.read(tweets, author, TweetId.EARLIEST, turn);
        if (!history.entries().isEmpty()) {
            timelines.backfill(history.entries(), history.completeFrom(), List.of(follower), turn);
        }
        return new Backfilled(history.entries().size());
    }
}
