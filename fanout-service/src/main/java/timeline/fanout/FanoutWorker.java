package timeline.fanout;

import timeline.event.TweetEvent;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.fanout.EachPage.Walked;
import timeline.fanout.FanoutOutcome.Left;
import timeline.fanout.FanoutOutcome.Pushed;
import timeline.fanout.FanoutOutcome.Removed;
import timeline.fanout.FanoutPlan.BeginWayOut;
import timeline.fanout.FanoutPlan.EndWayOut;
import timeline.fanout.FanoutPlan.LeaveForReadTime;
import timeline.fanout.FanoutPlan.PushToFollowers;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.tweetstore.Tweets;

/**
 * Takes one tweet to its readers. The events of one author must be handled one after the other, and an event is done only when
 * {@link #handle} has returned: whoever crashes before that handles it again, which changes nothing that was done already.
 *
 * <p>The mode is decided here and not when the tweet is posted (decision D4, ADR 0004): the tweet is in the database by then, so
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
            HomeTimelineWriter timelines, int pageFollowers) {
        this.eachPage = new EachPage(followers, pageFollowers);
        this.pullSet = pullSet;
        this.policy = policy;
        this.timelines = timelines;
        this.exit = new CelebrityExit(eachPage, pullSet, tweets, timelines);
    }

    public FanoutOutcome handle(TweetEvent event) {
        return switch (event) {
            case TweetPosted posted -> post(posted);
            case TweetDeleted deleted -> delete(deleted);
        };
    }

    private FanoutOutcome post(TweetPosted posted) {
        FollowerPage first = eachPage.first(posted.author());
        return switch (policy.plan(first.audience(), posted.tweet())) {
            case PushToFollowers push -> push(posted, first, false);
            case LeaveForReadTime leave -> leave(posted, leave);
            case BeginWayOut small -> {
                pullSet.leave(posted.author());
                yield push(posted, first, false);
            }
            // Pushed as any other, whatever the exit finds: the readers do not pull it.
            case EndWayOut settled -> push(posted, first, exit.lead(posted.author(), settled.author()));
        };
    }

    private Pushed push(TweetPosted posted, FollowerPage first, boolean ledOut) {
        HomeTimelineEntry entry = new HomeTimelineEntry(posted.tweet(), posted.author());
        Walked walked = eachPage.from(first, posted.author(), followers -> timelines.push(entry, followers));
        return new Pushed(walked.followers(), walked.concerned(), ledOut);
    }

    /** Told first, left alone then: the other way round, a reader in between would find the tweet nowhere. */
    private Left leave(TweetPosted posted, LeaveForReadTime leave) {
        if (!leave.entered()) {
            pullSet.enter(posted.author(), posted.tweet());
        }
        return new Left();
    }

    /** Hygiene only: readers drop deleted tweets when they look up the texts (G8). So nobody walks a celebrity's audience for it. */
    private Removed delete(TweetDeleted deleted) {
        FollowerPage first = eachPage.first(deleted.author());
        if (policy.plan(first.audience(), deleted.tweet()) instanceof PushToFollowers) {
            HomeTimelineEntry entry = new HomeTimelineEntry(deleted.tweet(), deleted.author());
            Walked walked = eachPage.from(first, deleted.author(), followers -> {
                timelines.remove(entry, followers);
                return followers.size();
            });
            assert walked.followers() == walked.concerned();
        }
        return new Removed();
    }
}
