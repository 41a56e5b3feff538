package timeline.simulation;

import java.time.Instant;
import java.time.Duration;
import timeline.deadline.Deadline;
import timeline.event.FollowEvent.Followed;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.fanout.Backfill;
import timeline.fanout.Settling;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.port.RemoteHomeTimelines;
import timeline.simulation.port.RemoteTweets;
import timeline.simulation.world.Wiring.Following;
import timeline.simulation.world.World;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweetstore.Authorship;
import timeline.tweetstore.OutboxEntry;
import timeline.tweetstore.Presence;
import timeline.tweetstore.Tweet;
import timeline.tweetstore.TweetOutbox;
import timeline.tweetstore.TweetStore;

/** Ways to get the write path and the log wrong. */
final class BrokenWrites {
    private static final int ENTRIES = 100;

    private BrokenWrites() {
    }

    /** The row is gone before the broker has the event. */
    static Runnable relayRemovingFirst(TweetOutbox outbox, TweetEvents events) {
        return () -> {
            for (OutboxEntry entry : outbox.pending(Instant.MAX, ENTRIES)) {
                outbox.settle(entry);
                var _ = events.publish(entry.event());
            }
        };
    }

    /** The tweet is stored, and its event is published afterwards if all goes well: two writes that nothing holds together. */
    static TweetStore withoutOutbox(TweetStore store, World world) {
        return new ForwardingStore(store) {
            @Override
            public OutboxEntry post(Tweet tweet) {
                OutboxEntry entry = super.post(tweet);
                world.stores().tweets.settle(entry);
                return entry;
            }
        };
    }

    /** What is found by its id is there. */
    static TweetStore lookingByIdAlone(TweetStore store) {
        return new ForwardingStore(store) {
            @Override
            public Presence presence(TweetId tweet, UserId author) {
                return authorship(tweet).isPresent() ? Presence.COMPLETE : Presence.ABSENT;
            }
        };
    }

    /** What is deleted by its id is deleted, and needs no second delete. */
    static TweetStore deletingOnce(TweetStore store) {
        return new ForwardingStore(store) {
            @Override
            public OutboxEntry delete(TweetId tweet, UserId author) {
                boolean done = authorship(tweet).map(Authorship::deleted).orElse(false);
                return done
                        ? new OutboxEntry(Instant.EPOCH, new TweetDeleted(tweet, author))
                        : super.delete(tweet, author);
            }
        };
    }

    /** What is owed is published, whatever else of its batch is there. */
    static Runnable relayOfEverything(TweetOutbox outbox, TweetEvents events) {
        return () -> {
            for (OutboxEntry entry : outbox.pending(Instant.MAX, ENTRIES)) {
                if (!events.publish(entry.event()).toCompletableFuture().isCompletedExceptionally()) {
                    outbox.settle(entry);
                }
            }
        };
    }

    /** The author's older tweets are read before the follow is committed. */
    static Following backfillingFirst(Following following, World world) {
        Backfill backfill = new Backfill(new RemoteTweets(world.links().store(), world.stores().tweets),
                new RemoteHomeTimelines(world.links().cache(), world.stores().beliefs, world.scheduler().outside()),
                world.stores().timelines,
                new Settling<>((paid, deadline) -> {}, world.stores().timelines, world.scheduler()::nanos, 1));
        return (follower, author) -> {
            try {
                backfill.handle(new Followed(follower, author),
                        Deadline.in(Duration.ofSeconds(10), world.scheduler()::nanos));
            } catch (RuntimeException outage) {
                // Then without.
            }
            return following.follow(follower, author);
        };
    }
}
