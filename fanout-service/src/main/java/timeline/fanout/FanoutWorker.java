package timeline.fanout;

import timeline.deadline.Deadline;
import timeline.event.TweetEvent;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.FanoutOutcome.LeftToReaders;
import timeline.fanout.FanoutOutcome.Pushed;
import timeline.fanout.FanoutOutcome.Removed;
import timeline.fanout.FanoutPlan.BeginWayOut;
import timeline.fanout.FanoutPlan.EndWayOut;
import timeline.fanout.FanoutPlan.PullAtReadTime;
import timeline.fanout.FanoutPlan.PushToFollowers;
import timeline.fanout.Progress.Mark;
import timeline.fanout.Progress.Push;
import timeline.fanout.Progress.Removal;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.tweetstore.Tweets;

/**
 * Takes one tweet to its readers. The events of one author must be handled one after the other, and an event is done only when
 * {@link #handle} has returned: whoever crashes before that handles it again, which changes nothing that was done already.
 *
 * <p>The mode is decided here and not when the tweet is posted (ADR 0004): the tweet is in the database by then, so
 * whatever happens to the author's mode later finds it there.
 */
public final class FanoutWorker {
    private final EachPage eachPage;
    private final PullSet pullSet;
    private final FanoutPolicy policy;
    private final HomeTimelineWriter timelines;
    private final CelebrityExit exit;

    /** @param pageFollowers how many followers are read and pushed to at once: the unit of work between two looks at the graph */
    public FanoutWorker(Followers followers, PullSet pullSet, FanoutPolicy policy, Tweets tweets,
            HomeTimelineWriter timelines, CachePrimaries primaries, int pageFollowers) {
        this.eachPage = new EachPage(followers, pageFollowers);
        this.pullSet = pullSet;
        this.policy = policy;
        this.timelines = timelines;
        this.exit = new CelebrityExit(eachPage, pullSet, tweets, timelines, primaries);
    }

    /**
     * Brings the event to its end, or goes as far as the turn allows. A part of the cache that does not take a tweet is not waited for: the
     * outcome tells, and the tweet is still owed.
     *
     * @param progress of this event: new, or as the turn before left it
     * @param turn when to stop; no call to a store or a service waits longer either
     * @throws UnfinishedException when the turn is over before; another turn goes on
     */
    public FanoutOutcome handle(TweetEvent event, Progress progress, Deadline turn) {
        return switch (event) {
            case TweetPosted posted -> post(posted, progress, turn);
            case TweetDeleted deleted -> delete(deleted, progress, turn);
        };
    }

    private FanoutOutcome post(TweetPosted posted, Progress progress, Deadline turn) {
        FollowerPage first = eachPage.first(posted.author(), turn);
        return switch (policy.plan(first.audience(), posted.tweet())) {
            case PushToFollowers push -> push(posted, first, progress, turn);
            case PullAtReadTime pull -> leaveToReaders(posted, pull, turn);
            case BeginWayOut small -> {
                pullSet.beginWayOut(posted.author(), turn);
                yield push(posted, first, progress, turn);
            }
            case EndWayOut settled -> {
                if (exit.lead(posted.author(), settled.author(), progress, turn)) {
                    progress.noteLedOut();
                }
                // Pushed as any other, whatever the exit finds: the readers do not pull it.
                yield push(posted, first, progress, turn);
            }
        };
    }

    private Pushed push(TweetPosted posted, FollowerPage first, Progress progress, Deadline turn) {
        HomeTimelineEntry entry = new HomeTimelineEntry(posted.tweet(), posted.author());
        Mark mark = progress.of(new Push());
        eachPage.walk(posted.author(), first, eachPage.pageFollowers(), mark, turn,
                followers -> timelines.push(entry, followers, turn));
        return new Pushed(mark.followers(), mark.concerned(), mark.missed(), progress.isLedOut());
    }

    /** Told first, left to them then: the other way round, a reader in between would find the tweet nowhere. */
    private LeftToReaders leaveToReaders(TweetPosted posted, PullAtReadTime pull, Deadline turn) {
        if (!pull.entered()) {
            pullSet.enter(posted.author(), posted.tweet(), turn);
        }
        return new LeftToReaders();
    }

    /** Hygiene only: readers drop deleted tweets when they look up the texts (G8). So nobody walks a celebrity's audience for it. */
    private Removed delete(TweetDeleted deleted, Progress progress, Deadline turn) {
        FollowerPage first = eachPage.first(deleted.author(), turn);
        if (policy.plan(first.audience(), deleted.tweet()) instanceof PushToFollowers) {
            HomeTimelineEntry entry = new HomeTimelineEntry(deleted.tweet(), deleted.author());
            eachPage.walk(deleted.author(), first, eachPage.pageFollowers(), progress.of(new Removal()), turn,
                    followers -> {
                        timelines.remove(entry, followers, turn);
                        return new Taken(followers.size(), 0);
                    });
        }
        return new Removed();
    }
}
