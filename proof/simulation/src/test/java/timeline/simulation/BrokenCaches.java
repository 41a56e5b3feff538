package timeline.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineReader.CachedPage;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Cold;
import timeline.hometimeline.HomeTimelineReader.CachedPage.Ready;
import timeline.hometimeline.HomeTimelineReader.Rebuild;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.world.World;

/** Ways to get the cached timelines wrong. */
final class BrokenCaches {
    private BrokenCaches() {
    }

    /** How a page is read wrongly. */
    interface Misreading {
        CachedPage read(CachedPage page, TweetId before);
    }

    /** How a build ends wrongly. */
    interface Misbuilding {
        boolean finish(UserId user, Optional<Rebuild> begun, List<HomeTimelineEntry> entries, TweetId completeFrom,
                Deadline deadline);
    }

    static HomeTimelineReader misread(HomeTimelineReader cache, Misreading misreading) {
        return new HomeTimelineReader() {
            @Override
            public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
                return misreading.read(cache.page(user, before, limit, deadline), before);
            }

            @Override
            public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
                return cache.beginRebuild(user, deadline);
            }
        };
    }

    static HomeTimelineReader misbuilt(HomeTimelineReader cache, Misbuilding misbuilding) {
        return new HomeTimelineReader() {
            @Override
            public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
                return cache.page(user, before, limit, deadline);
            }

            @Override
            public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
                return cache.beginRebuild(user, deadline).map(begun -> rebuild(user, Optional.of(begun), misbuilding));
            }
        };
    }

    /** Begins only when it ends: the key does not exist while the database is read. */
    static HomeTimelineReader begunLast(HomeTimelineReader cache) {
        return new HomeTimelineReader() {
            @Override
            public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
                return cache.page(user, before, limit, deadline);
            }

            @Override
            public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
                return Optional.of(rebuild(user, Optional.empty(), (of, begun, entries, completeFrom, by) -> cache
                        .beginRebuild(of, by).map(late -> late.finish(entries, completeFrom, by)).orElse(false)));
            }
        };
    }

    /** Whatever was pushed meanwhile is wiped out. */
    static HomeTimelineReader replacing(HomeTimelineReader cache, InMemoryHomeTimelines timelines) {
        return misbuilt(cache, (user, begun, entries, completeFrom, deadline) -> {
            timelines.evict(user);
            return cache.beginRebuild(user, deadline).map(again -> again.finish(entries, completeFrom, deadline))
                    .orElse(false);
        });
    }

    /** The timeline is declared complete although it was evicted, and pushed past, meanwhile. */
    static HomeTimelineReader uncompared(HomeTimelineReader cache) {
        return misbuilt(cache,
                (user, begun, entries, completeFrom,
                        deadline) -> begun.orElseThrow().finish(entries, completeFrom, deadline)
                                || cache.beginRebuild(user, deadline)
                                        .map(again -> again.finish(entries, completeFrom, deadline)).orElse(false));
    }

    /** What is not there is taken for complete and empty. */
    static CachedPage coldAsEmpty(CachedPage page, TweetId before) {
        return page instanceof Cold ? new Ready(List.of(), TweetId.EARLIEST) : page;
    }

    /** The floor stays where the timeline once began. */
    static CachedPage withoutFloor(CachedPage page, TweetId before) {
        return page instanceof Ready ready ? new Ready(ready.entries(), TweetId.EARLIEST) : page;
    }

    /** A score is a double: of ids that differ in the last 8 bits only, those beyond the first are skipped. */
    static CachedPage scoredById(CachedPage page, TweetId before) {
        return page instanceof Ready ready
                ? new Ready(ready.entries().stream()
                        .filter(entry -> (double) entry.tweet().value() < (double) before.value()).toList(),
                        ready.floor())
                : page;
    }

    /** The replica that takes over is believed, though it lacks the last writes. */
    static void believeTheReplica(World world) {
        InMemoryHomeTimelines timelines = world.stores().timelines;
        List<Runnable> marks = new ArrayList<>();
        for (long number = 1; number <= world.shape().users(); number++) {
            UserId user = new UserId(number);
            if (page(timelines, user) instanceof Ready ready) {
                marks.add(() -> timelines.beginRebuild(user, Deadline.current())
                        .ifPresent(rebuild -> rebuild.finish(List.of(), ready.floor(), Deadline.current())));
            }
        }
        timelines.recover();
        timelines.failOver();
        marks.forEach(Runnable::run);
    }

    /** A writer that keeps back what it is told to add to existing timelines. */
    static HomeTimelineWriter withoutBackfill(HomeTimelineWriter cache) {
        return new Writer(cache) {
            @Override
            public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom,
                    Collection<UserId> followers, Deadline deadline) {
                // Nothing.
            }
        };
    }

    /** A writer that adds to a follower's timeline only some entries. */
    static HomeTimelineWriter backfilling(HomeTimelineWriter cache, BiPredicate<HomeTimelineEntry, UserId> some) {
        return new Writer(cache) {
            @Override
            public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom,
                    Collection<UserId> followers, Deadline deadline) {
                followers.forEach(follower -> super.backfill(
                        entries.stream().filter(entry -> some.test(entry, follower)).toList(), completeFrom,
                        List.of(follower), deadline));
            }
        };
    }

    /** What a part of the cache did not take is logged, and taken for delivered. */
    static HomeTimelineWriter missedTakenForDelivered(HomeTimelineWriter cache) {
        return new Writer(cache) {
            @Override
            public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
                return new Taken(super.push(entry, followers, deadline).timelines(), 0);
            }
        };
    }

    private static CachedPage page(InMemoryHomeTimelines timelines, UserId user) {
        try {
            return timelines.page(user, TweetId.LATEST, 1, Deadline.current());
        } catch (HomeTimelinesUnavailableException away) {
            return new Cold();
        }
    }

    private static Rebuild rebuild(UserId user, Optional<Rebuild> begun, Misbuilding misbuilding) {
        return new Rebuild() {
            @Override
            public boolean finish(List<HomeTimelineEntry> entries, TweetId completeFrom, Deadline deadline) {
                return misbuilding.finish(user, begun, entries, completeFrom, deadline);
            }

            @Override
            public void abandon(Deadline deadline) {
                begun.ifPresent(begin -> begin.abandon(deadline));
            }
        };
    }

    private static class Writer implements HomeTimelineWriter {
        private final HomeTimelineWriter cache;

        Writer(HomeTimelineWriter cache) {
            this.cache = cache;
        }

        @Override
        public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
            return cache.push(entry, followers, deadline);
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
    }
}
