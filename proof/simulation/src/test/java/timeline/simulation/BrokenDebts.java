package timeline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.event.TweetEvent;
import timeline.home.FollowGraph;
import timeline.home.Following;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.log.BatchWork;
import timeline.simulation.world.World;
import timeline.tweet.outbox.TweetEvents;
import timeline.tweetstore.OwedDeliveries;
import timeline.tweetstore.OwedDelivery;
import timeline.tweetstore.TweetsUnavailableException;

/** Ways to get the book of debts wrong. */
final class BrokenDebts {
    /** Longer than a debt lives. */
    private static final Duration AT_HAND = Duration.ofSeconds(20);

    private static final int LOOKS_LEFT_OUT = 40;

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
        return new Forwarding(owed) {
            @Override
            public void settle(Collection<OwedDelivery> delivered) {
                // Left to its time to live.
            }
        };
    }

    /** Nobody ever looks into the book again. */
    static OwedDeliveries neverReadAgain(OwedDeliveries owed) {
        return new Forwarding(owed) {
            @Override
            public List<OwedDelivery> pending(Instant writtenBefore, int limit) {
                return List.of();
            }
        };
    }

    /** What a part of the cache did not take is kept in memory, and the row goes. */
    static HomeTimelineWriter keptInMemory(HomeTimelineWriter cache) {
        return new HomeTimelineWriter() {
            private record Missed(HomeTimelineEntry entry, UserId follower) {}

            private final List<Missed> missed = new ArrayList<>();

            @Override
            public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
                followers.forEach(follower -> missed.add(new Missed(entry, follower)));
                int taken = 0;
                for (Missed next : List.copyOf(missed)) {
                    Taken now = cache.push(next.entry(), List.of(next.follower()), deadline);
                    if (now.isEverywhere()) {
                        taken += now.timelines();
                        missed.remove(next);
                    }
                }
                // The others with the next tweet.
                return new Taken(taken, 0);
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

    /** A look that fails has found nothing, and nobody looks again for a while. */
    static OwedDeliveries silenceTakenForNone(OwedDeliveries owed) {
        return new Forwarding(owed) {
            private int looksToLeaveOut;

            @Override
            public List<OwedDelivery> writtenSince(Instant time) {
                if (looksToLeaveOut > 0) {
                    looksToLeaveOut--;
                    return List.of();
                }
                try {
                    return super.writtenSince(time);
                } catch (TweetsUnavailableException silent) {
                    looksToLeaveOut = LOOKS_LEFT_OUT;
                    return List.of();
                }
            }
        };
    }

    /** A page that is at hand is not read again for a while. */
    static HomeTimelineReader pagesReadBefore(HomeTimelineReader cache, World world) {
        return new HomeTimelineReader() {
            private record Asked(UserId user, TweetId before, int limit) {}

            private record Read(CachedPage page, long sinceNanos) {}

            private final Map<Asked, Read> read = new HashMap<>();

            @Override
            public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
                long now = world.scheduler().nanos();
                Asked asked = new Asked(user, before, limit);
                Read last = read.get(asked);
                if (last == null || now - last.sinceNanos() > AT_HAND.toNanos()) {
                    last = new Read(cache.page(user, before, limit, deadline), now);
                    read.put(asked, last);
                }
                return last.page();
            }

            @Override
            public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
                return cache.beginRebuild(user, deadline);
            }
        };
    }

    /** The graph as it was a while ago; but rebuilds need it as it is. */
    record GraphReadBefore(FollowGraph graph, World world, Map<UserId, Told> told) implements FollowGraph {
        private record Told(Following following, long sinceNanos) {}

        static FollowGraph of(FollowGraph graph, World world) {
            return new GraphReadBefore(graph, world, new HashMap<>());
        }

        @Override
        public Following current(UserId reader, Deadline deadline) {
            long now = world.scheduler().nanos();
            Told last = told.get(reader);
            if (last == null || now - last.sinceNanos() > AT_HAND.toNanos()) {
                last = new Told(graph.current(reader, deadline), now);
                told.put(reader, last);
            }
            return last.following();
        }

        @Override
        public Optional<Following> lastKnown(UserId reader) {
            return graph.lastKnown(reader);
        }
    }

    /** Whoever took a push keeps it. */
    static CachePrimaries neverReplaced(CachePrimaries primaries) {
        return new CachePrimaries() {
            private final Primaries first = primaries.known();

            @Override
            public Primaries known() {
                return first;
            }

            @Override
            public Answer ask(Deadline deadline) {
                return primaries.ask(deadline) instanceof Answer.Known known
                        ? new Answer.Known(first, known.everyone())
                        : new Answer.Unknown();
            }
        };
    }

    /** What a part of the cache does not take, it does not need. */
    static HomeTimelineWriter backfillingWhatAnswers(HomeTimelineWriter cache) {
        return new HomeTimelineWriter() {
            @Override
            public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
                return cache.push(entry, followers, deadline);
            }

            @Override
            public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
                    Deadline deadline) {
                for (UserId follower : followers) {
                    try {
                        cache.backfill(entries, completeFrom, List.of(follower), deadline);
                    } catch (HomeTimelinesUnavailableException lost) {
                        // Without it, then.
                    }
                }
            }

            @Override
            public void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
                cache.remove(entry, followers, deadline);
            }
        };
    }

    /** What is owed will be pushed anyway. */
    static HomeTimelineWriter notAdded(HomeTimelineWriter cache, World world) {
        return BrokenCaches.backfilling(cache, (entry, reader) -> world.stores().owed().stream()
                .noneMatch(owed -> owed.tweet().equals(entry.tweet())));
    }

    /** A book that is right, but for what a subclass gets wrong. */
    private static class Forwarding implements OwedDeliveries {
        private final OwedDeliveries owed;

        Forwarding(OwedDeliveries owed) {
            this.owed = owed;
        }

        @Override
        public List<OwedDelivery> pending(Instant writtenBefore, int limit) {
            return owed.pending(writtenBefore, limit);
        }

        @Override
        public List<OwedDelivery> writtenSince(Instant time) {
            return owed.writtenSince(time);
        }

        @Override
        public Newest newest(int limit) {
            return owed.newest(limit);
        }

        @Override
        public void settle(Collection<OwedDelivery> delivered) {
            owed.settle(delivered);
        }
    }

    private static void settle(World world, TweetEvent event) {
        world.stores().tweets.owedDeliveries().settle(world.stores().owed().stream()
                .filter(owed -> owed.tweet().equals(event.tweet())).toList());
    }
}
