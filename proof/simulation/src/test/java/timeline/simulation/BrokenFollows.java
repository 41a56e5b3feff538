package timeline.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import timeline.deadline.Deadline;
import timeline.event.FollowEvent;
import timeline.event.FollowEvent.Followed;
import timeline.fanout.OwedBackfill;
import timeline.fanout.OwedBackfills;
import timeline.follow.Follow;
import timeline.home.FollowGraph;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.id.UserId;
import timeline.simulation.log.BatchWork;
import timeline.simulation.world.World;

/** What is owed for a follow, with one thing wrong. */
final class BrokenFollows {
    private BrokenFollows() {
    }

    static List<BrokenDesign> all() {
        return List.of(new FollowWithoutDebt(), new FollowSettledWhenTaken(), new FollowSettledByAnEarlierOne(),
                new OwedFollowNotAdded(), new NoLateBackfill());
    }

    static final class FollowWithoutDebt extends BrokenDesign {
        FollowWithoutDebt() {
            super("readers do not ask which follows are owed", Workload.CHURN, "G15", "G3");
        }

        @Override
        protected FollowGraph graphOfReaders(FollowGraph graph, World world) {
            return BrokenGraphs.withoutDebts(graph);
        }
    }

    static final class FollowSettledWhenTaken extends BrokenDesign {
        FollowSettledWhenTaken() {
            super("what a consumer has read of follows is not owed any more", Workload.CHURN, "I1", "G15");
        }

        @Override
        protected BatchWork<FollowEvent> consumingFollows(BatchWork<FollowEvent> work, World world) {
            return (batch, commit) -> {
                batch.forEach(event -> settle(world, event));
                work.handle(batch, commit);
            };
        }

        private static void settle(World world, FollowEvent event) {
            if (event instanceof Followed(UserId follower, UserId author, Optional<Long> number)) {
                world.stores().owedBackfills.settle(List.of(
                        new timeline.follow.OwedBackfill(follower, author, number.orElseThrow())));
            }
        }
    }

    static final class FollowSettledByAnEarlierOne extends BrokenDesign {
        FollowSettledByAnEarlierOne() {
            super("what was brought for a follow settles a later one as well", Workload.CHURN, "I1", "G15", "G3", "G6");
        }

        @Override
        protected OwedBackfills owedBackfills(OwedBackfills owed, World world) {
            return new OwedBackfills() {
                @Override
                public void settle(List<OwedBackfill> paid, Deadline deadline) {
                    Map<UserId, Set<UserId>> edges = new HashMap<>();
                    paid.forEach(entry -> edges.computeIfAbsent(entry.follower(), any -> new HashSet<>())
                            .add(entry.author()));
                    owed.settle(world.stores().owedFollows().stream()
                            .filter(entry -> edges.getOrDefault(entry.follower(), Set.of()).contains(entry.author()))
                            .map(entry -> new OwedBackfill(entry.follower(), entry.author(), entry.number())).toList(),
                            deadline);
                }

                @Override
                public List<OwedBackfill> oldest(Duration owedFor, int limit, Deadline deadline) {
                    return owed.oldest(owedFor, limit, deadline);
                }
            };
        }
    }

    static final class OwedFollowNotAdded extends BrokenDesign {
        OwedFollowNotAdded() {
            super("what was shown because a follow is owed is not added to the timeline", Workload.CHURN, "G6");
        }

        @Override
        protected HomeTimelineWriter shownAhead(HomeTimelineWriter cache, World world) {
            return BrokenCaches.backfilling(cache, (entry, reader) -> world.stores().owedBackfills
                    .of(new Follow(reader, entry.author())).isEmpty());
        }
    }

    static final class NoLateBackfill extends BrokenDesign {
        NoLateBackfill() {
            super("nobody brings what is still owed for a follow after a while", Workload.CHURN, "I13");
        }

        @Override
        protected OwedBackfills owedBackfills(OwedBackfills owed, World world) {
            return new OwedBackfills() {
                @Override
                public void settle(List<OwedBackfill> paid, Deadline deadline) {
                    owed.settle(paid, deadline);
                }

                @Override
                public List<OwedBackfill> oldest(Duration owedFor, int limit, Deadline deadline) {
                    return List.of();
                }
            };
        }
    }
}
