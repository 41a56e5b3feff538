package timeline.simulation.world;

import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import timeline.event.FollowEvent;
import timeline.event.TweetEvent;
import timeline.follow.InMemoryFollowStore;
import timeline.follow.InMemoryUsers;
import timeline.follow.audience.InMemoryAudiences;
import timeline.follow.audience.InMemoryPullSet;
import timeline.follow.audience.InMemoryPushThreshold;
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
    public final InMemoryPushThreshold threshold;
    public final InMemoryAudiences audiences;
    public final Topic<TweetEvent> tweetEvents;
    public final Topic<FollowEvent> followEvents;
    /** Follow events that are in the outbox, by their number. */
    final Map<Long, FollowEvent> owedFollows = new HashMap<>();

    /** What is owed to the timelines. */
    public List<OwedDelivery> owed() {
        return tweets.owedDeliveries().pending(Instant.MAX, Integer.MAX_VALUE);
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
        follows = new InMemoryFollowStore(users, followOutbox, pullSet::leavingSince);
        threshold = new InMemoryPushThreshold(shape.threshold());
        audiences = new InMemoryAudiences(follows, pullSet, threshold);
        tweetEvents = new Topic<>(scheduler, PARTITIONS);
        followEvents = new Topic<>(scheduler, PARTITIONS);
    }
}
