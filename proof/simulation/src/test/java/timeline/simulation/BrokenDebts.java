package timeline.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.log.BatchWork;
import timeline.simulation.world.World;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;

/** Ways to get the book of debts wrong. */
final class BrokenDebts {
    private BrokenDebts() {
    }

    /** What Kafka has, it will not lose. */
    static TweetEvents settledWhenPublished(TweetEvents events, World world) {
        return event -> events.publish(event).thenApply(published -> {
            settle(world, event);
            return published;
        });
    }

    /** What a consumer has read, it will not forget. */
    static BatchWork<TweetEvent> settledWhenTaken(BatchWork<TweetEvent> work, World world) {
        return (batch, commit) -> {
            batch.forEach(event -> settle(world, event));
            work.handle(batch, commit);
        };
    }

    /** What is delivered stays in the book. */
    static OwedDeliveries neverSettled(OwedDeliveries owed) {
        return new OwedDeliveries() {
            @Override
            public List<OwedDelivery> pending(Instant writtenBefore, int limit) {
                return owed.pending(writtenBefore, limit);
            }

            @Override
            public void settle(Collection<OwedDelivery> delivered) {
                // Left to its time to live.
            }
        };
    }

    /** Nobody ever looks into the book again. */
    static OwedDeliveries neverReadAgain(OwedDeliveries owed) {
        return new OwedDeliveries() {
            @Override
            public List<OwedDelivery> pending(Instant writtenBefore, int limit) {
                return List.of();
            }

            @Override
            public void settle(Collection<OwedDelivery> delivered) {
                owed.settle(delivered);
            }
        };
    }

    /** What a part of the cache did not take is kept in memory, and the row goes. */
    static HomeTimelineWriter keptInMemory(HomeTimelineWriter cache) {
        return new HomeTimelineWriter() {
            private record Missed(HomeTimelineEntry entry, UserId follower) {}

            private final List<Missed> missed = new ArrayList<>();

            @Override
            public int push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
                followers.forEach(follower -> missed.add(new Missed(entry, follower)));
                int delivered = 0;
                for (Missed next : List.copyOf(missed)) {
                    try {
                        delivered += cache.push(next.entry(), List.of(next.follower()), deadline);
                        missed.remove(next);
                    } catch (HomeTimelinesUnavailableException later) {
                        // With the next tweet.
                    }
                }
                return delivered;
            }

            @Override
            public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
                    Deadline deadline) {
                cache.backfill(entries, completeFrom, followers, deadline);
            }

            @Override
            public void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
                cache.remove(entry, followers, deadline);
            }
        };
    }

    private static void settle(World world, TweetEvent event) {
        world.stores().tweets.owedDeliveries().settle(world.stores().owed().stream()
                .filter(owed -> owed.tweet().equals(event.tweet())).toList());
    }
}
