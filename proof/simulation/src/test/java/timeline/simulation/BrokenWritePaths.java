package timeline.simulation;

import java.util.List;
import java.util.Optional;
import timeline.fanout.Followers;
import timeline.fanout.PullSet;
import timeline.follow.SocialGraph;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.outbox.OutboxRelay;
import timeline.simulation.world.World;
import timeline.tweet.PostTweet;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetStore;

/** The write path, the log and the pull set with one thing wrong. */
final class BrokenWritePaths {
    private BrokenWritePaths() {
    }

    static List<BrokenDesign> all() {
        return List.of(new NoRelay(), new NoOutbox(), new OutboxRowRemovedBeforeTheAcknowledgement(),
                new KeyForgotten(),
                new FinishedWhenHalfStored(), new PublishedWhenHalfStored(), new DeletedWhenHalfDeleted(),
                new NoBackfill(), new BackfillBeforeTheCommit(), new CachedFollowerList(),
                new LeftAloneBeforeThePullSetSaysSo(),
                new CelebrityModeLeftAtOnce());
    }

    static final class NoRelay extends BrokenDesign {
        NoRelay() {
            super("what was not published at once is never published", Workload.BROADCAST, "I13");
        }

        @Override
        protected Runnable relay(OutboxRelay<OutboxEntry> relay, Runnable round, TweetOutbox outbox,
                TweetEvents events) {
            return () -> {};
        }
    }

    static final class NoOutbox extends BrokenDesign {
        NoOutbox() {
            super("a tweet is stored and then published: two writes, and nothing that holds them together",
                    Workload.BROADCAST, "I13");
        }

        @Override
        protected TweetStore tweetStore(TweetStore store, World world) {
            return BrokenWrites.withoutOutbox(store, world);
        }
    }

    static final class OutboxRowRemovedBeforeTheAcknowledgement extends BrokenDesign {
        OutboxRowRemovedBeforeTheAcknowledgement() {
            super("the relay removes the row, then publishes", Workload.BROADCAST, "I13");
        }

        @Override
        protected Runnable relay(OutboxRelay<OutboxEntry> relay, Runnable round, TweetOutbox outbox,
                TweetEvents events) {
            return BrokenWrites.relayRemovingFirst(outbox, events);
        }
    }

    static final class KeyForgotten extends BrokenDesign {
        KeyForgotten() {
            super("a retried post is another post", Workload.RETRIES, "G1 no phantom", "I12");
        }

        @Override
        protected Posting posting(PostTweet postTweet, Posting posting) {
            return (draft, key) -> posting.post(draft, Optional.empty());
        }
    }

    static final class FinishedWhenHalfStored extends BrokenDesign {
        FinishedWhenHalfStored() {
            super("a tweet that is found by its id is taken for one that everybody sees", Workload.RETRIES, "G2", "G1",
                    "G6", "G8");
        }

        @Override
        protected TweetStore tweetStore(TweetStore store, World world) {
            return BrokenWrites.lookingByIdAlone(store);
        }
    }

    static final class PublishedWhenHalfStored extends BrokenDesign {
        PublishedWhenHalfStored() {
            super("the relay publishes what is owed, whatever else of the batch is there", Workload.COLD_START, "I1",
                    "G1", "G3", "G6");
        }

        @Override
        protected Runnable relay(OutboxRelay<OutboxEntry> relay, Runnable round, TweetOutbox outbox,
                TweetEvents events) {
            return BrokenWrites.relayOfEverything(outbox, events);
        }
    }

    static final class DeletedWhenHalfDeleted extends BrokenDesign {
        DeletedWhenHalfDeleted() {
            super("a tweet that is deleted by its id is taken for deleted", Workload.SCROLL, "G8");
        }

        @Override
        protected TweetStore tweetStore(TweetStore store, World world) {
            return BrokenWrites.deletingOnce(store);
        }
    }

    static final class NoBackfill extends BrokenDesign {
        NoBackfill() {
            super("a follow brings only what is posted from then on", Workload.CHURN, "I1", "G3", "G6");
        }

        @Override
        protected HomeTimelineWriter cacheOfBackfills(HomeTimelineWriter cache) {
            return BrokenCaches.withoutBackfill(cache);
        }
    }

    static final class BackfillBeforeTheCommit extends BrokenDesign {
        BackfillBeforeTheCommit() {
            super("the older tweets are read before the follow is committed", Workload.CHURN, "I1", "G3", "G6");
        }

        @Override
        protected Following following(SocialGraph graph, Following following, World world) {
            return BrokenWrites.backfillingFirst(following, world);
        }

        @Override
        protected HomeTimelineWriter cacheOfBackfills(HomeTimelineWriter cache) {
            return BrokenCaches.withoutBackfill(cache);
        }
    }

    static final class CachedFollowerList extends BrokenDesign {
        CachedFollowerList() {
            super("the fan-out keeps follower lists for a minute", Workload.CHURN, "I1", "G1", "G3", "G6");
        }

        @Override
        protected Followers followers(Followers followers, World world) {
            return BrokenGraphs.cached(followers, world);
        }
    }

    static final class LeftAloneBeforeThePullSetSaysSo extends BrokenDesign {
        LeftAloneBeforeThePullSetSaysSo() {
            super("a celebrity's tweet is not pushed, and readers are told later", Workload.CELEBRITY, "I1", "G1", "G3",
                    "G6");
        }

        @Override
        protected PullSet pullSet(PullSet pullSet, World world) {
            return BrokenGraphs.enteringTooLate(pullSet, world);
        }
    }

    static final class CelebrityModeLeftAtOnce extends BrokenDesign {
        CelebrityModeLeftAtOnce() {
            super("what was left to the readers is not pushed when they stop pulling", Workload.CELEBRITY, "I1", "G1",
                    "G3", "G6");
        }

        @Override
        protected PullSet pullSet(PullSet pullSet, World world) {
            return BrokenGraphs.leavingAtOnce(pullSet, world);
        }
    }
}
