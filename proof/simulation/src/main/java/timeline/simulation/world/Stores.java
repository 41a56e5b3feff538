package timeline.simulation.world;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Instant;
import java.util.List;
import timeline.event.FollowEvent;
import timeline.event.TweetEvent;
import timeline.follow.InMemoryFollowStore;
import timeline.follow.InMemoryUsers;
import timeline.follow.audience.InMemoryAudiences;
import timeline.follow.InMemoryOwedBackfills;
import timeline.follow.audience.InMemoryPullSet;
import timeline.follow.audience.InMemoryPushThreshold;
import timeline.follow.OwedBackfill;
import timeline.follow.outbox.InMemoryFollowOutbox;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.log.Topic;
import timeline.simulation.port.Batchlog;
import timeline.simulation.port.Beliefs;
import timeline.tweet.id.InMemoryWorkerIds;
import timeline.tweet.idempotency.InMemoryKeyRecords;
import timeline.tweetstore.InMemoryTweets;
import timeline.tweetstore.OwedDelivery;

/** The twins of all stores. They keep what they have whatever happens to the services. */
public final class Stores {
    private static final int PARTITIONS = 2;

    public final InMemoryTweets tweets;
    /** Beside {@link #tweets}: what of them is there in part. */
    public final Batchlog batchlog;
    public final InMemoryKeyRecords keyRecords;
    public final InMemoryWorkerIds workerIds;
    public final InMemoryHomeTimelines timelines;
    public final Beliefs beliefs;
    public final InMemoryUsers users = new InMemoryUsers();
    public final InMemoryFollowOutbox followOutbox;
    public final InMemoryFollowStore follows;
    public final InMemoryPullSet pullSet;
    public final InMemoryOwedBackfills owedBackfills;
    public final InMemoryPushThreshold threshold;
    public final InMemoryAudiences audiences;
    public final Topic<TweetEvent> tweetEvents;
    public final Topic<FollowEvent> followEvents;
    /** The tweets that are owed to the timelines. */
    public List<OwedDelivery> owed() {
        return tweets.owedDeliveries().pending(Instant.MAX, Integer.MAX_VALUE);
    }

    /** The follows whose backfills are. */
    public List<OwedBackfill> owedFollows() {
        return owedBackfills.oldest(Duration.ZERO, Integer.MAX_VALUE);
    }

    Stores(Scheduler scheduler, Shape shape) {
        Clock right = new Machine("stores", scheduler, 0).clock();
        // Dated by whoever writes, not by the store.
        InstantSource writers = () -> scheduler.running().machine().clock().instant();
        tweets = new InMemoryTweets(writers);
        batchlog = new Batchlog(scheduler);
        keyRecords = new InMemoryKeyRecords(right);
        workerIds = new InMemoryWorkerIds(right);
        timelines = new InMemoryHomeTimelines(right, shape.capacity(), shape.capacity() + shape.slack());
        beliefs = new Beliefs(timelines);
        pullSet = new InMemoryPullSet(right);
        followOutbox = new InMemoryFollowOutbox(right, PublisherTwin.LEFT_OVER_AFTER);
        owedBackfills = new InMemoryOwedBackfills(right);
        follows = new InMemoryFollowStore(users, followOutbox, owedBackfills, pullSet::leavingSince);
        threshold = new InMemoryPushThreshold(shape.threshold());
        audiences = new InMemoryAudiences(follows, pullSet, threshold, owedBackfills);
        tweetEvents = new Topic<>(scheduler, PARTITIONS);
        followEvents = new Topic<>(scheduler, PARTITIONS);
    }
}
