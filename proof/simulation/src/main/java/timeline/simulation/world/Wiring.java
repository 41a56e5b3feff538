package timeline.simulation.world;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import timeline.event.FollowEvent;
import timeline.event.TweetEvent;
import timeline.fanout.Followers;
import timeline.fanout.OwedBackfills;
import timeline.fanout.PullSet;
import timeline.follow.FollowOutcome;
import timeline.follow.SocialGraph;
import timeline.home.FollowGraph;
import timeline.home.HomeTimeline;
import timeline.home.TimelineAnswer;
import timeline.home.bodies.Deletions;
import timeline.home.bodies.LatelyDeleted;
import timeline.home.owed.Ceiling;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.outbox.OutboxRelay;
import timeline.simulation.log.BatchWork;
import timeline.tweet.Draft;
import timeline.tweet.PostTweet;
import timeline.tweet.deletions.NotingTweetStore;
import timeline.tweet.deletions.RecentDeletions;
import timeline.tweet.id.WorkerIds;
import timeline.tweet.idempotency.IdempotencyKey;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetStore;
import timeline.tweetstore.Tweets;

/**
 * How the parts of the services are put together: as designed. Each method is given the right part and returns it; a design that is
 * broken on purpose returns another one in one place, and must be found out.
 */
public class Wiring {
    /** How a page is read. */
    @FunctionalInterface
    public interface Reading {
        TimelineAnswer read(UserId reader, TweetId before, int limit);
    }

    /** How a tweet is posted. */
    @FunctionalInterface
    public interface Posting {
        PostTweet.Outcome post(Draft draft, Optional<IdempotencyKey> key);
    }

    /** How an account is followed. */
    @FunctionalInterface
    public interface Following {
        FollowOutcome follow(UserId follower, UserId author);
    }

    /** As designed. */
    public static final Wiring AS_DESIGNED = new Wiring();

    /** It refuses to answer when it has not heard of the others for so long, and who has not heard of the cluster leaves it alone (ADR 0027). */
    private static final Duration BELIEVED = Duration.ofSeconds(3);

    protected Wiring() {
    }

    protected Tweets tweetsOfReaders(Tweets tweets) {
        return tweets;
    }

    protected HomeTimelineReader cacheOfReaders(HomeTimelineReader cache, World world) {
        return cache;
    }

    /** What readers use of the debts. */
    protected Ceiling ceiling(Ceiling ceiling) {
        return ceiling;
    }

    protected HomeTimelineWriter shownAhead(HomeTimelineWriter cache, World world) {
        return cache;
    }

    protected HomeTimelineWriter cacheOfFanout(HomeTimelineWriter cache) {
        return cache;
    }

    protected HomeTimelineWriter cacheOfBackfills(HomeTimelineWriter cache) {
        return cache;
    }

    protected FollowGraph graphOfReaders(FollowGraph graph, World world) {
        return graph;
    }

    protected FollowGraph graphOfRebuilds(FollowGraph graph) {
        return graph;
    }

    protected Followers followers(Followers followers, World world) {
        return followers;
    }

    protected PullSet pullSet(PullSet pullSet, World world) {
        return pullSet;
    }

    protected TweetStore tweetStore(TweetStore store, World world) {
        return store;
    }

    /** What the tweet-service deletes by. */
    protected TweetStore noted(TweetStore store, RecentDeletions deletions) {
        return new NotingTweetStore(store, deletions);
    }

    /** What readers are told of deletions. */
    protected Deletions deletions(Deletions deletions) {
        return deletions;
    }

    /** What readers hold bodies against. */
    protected LatelyDeleted latelyDeleted(LatelyDeleted deleted) {
        return deleted;
    }

    protected WorkerIds workerIds(WorkerIds workerIds) {
        return workerIds;
    }

    protected Reading reading(HomeTimeline timeline, Reading reading, World world) {
        return reading;
    }

    protected Posting posting(PostTweet postTweet, Posting posting) {
        return posting;
    }

    protected Following following(SocialGraph graph, Following following, World world) {
        return following;
    }

    /** One round of the relay of tweet events. */
    protected Runnable relay(OutboxRelay<OutboxEntry> relay, Runnable round, TweetOutbox outbox, TweetEvents events) {
        return round;
    }

    /** What the tweet-service publishes by. */
    protected TweetEvents events(TweetEvents events, World world) {
        return events;
    }

    /** The book of debts, as readers see it. */
    protected OwedDeliveries owedDeliveriesOfReaders(OwedDeliveries owed) {
        return owed;
    }

    /** The book of debts, as the fan-out sees it. */
    protected OwedDeliveries owedDeliveries(OwedDeliveries owed) {
        return owed;
    }

    /** The follows that are owed, as the fan-out sees them. */
    protected OwedBackfills owedBackfills(OwedBackfills owed, World world) {
        return owed;
    }

    /** The primaries of the cache, as the fan-out sees them. */
    protected CachePrimaries primaries(CachePrimaries primaries) {
        return primaries;
    }

    /** Tells for how long a debt was delivered. */
    protected LongSupplier clockOfSettling(LongSupplier nanoTime) {
        return nanoTime;
    }

    protected BatchWork<TweetEvent> consumingTweets(BatchWork<TweetEvent> work, World world) {
        return work;
    }

    protected BatchWork<FollowEvent> consumingFollows(BatchWork<FollowEvent> work, World world) {
        return work;
    }

    /** A replica of the cache takes over. */
    public void takeOver(World world) {
        world.stores().timelines.failOver();
    }

    /** For how long a primary that was replaced answers those who believe it, at most. */
    public Duration believed() {
        return BELIEVED;
    }
}
