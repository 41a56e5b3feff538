package timeline.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import timeline.deadline.Deadline;
import timeline.fanout.Audience;
import timeline.fanout.FollowerPage;
import timeline.fanout.Followers;
import timeline.fanout.GraphUnavailableException;
import timeline.fanout.PullSet;
import timeline.fanout.PulledAuthor;
import timeline.home.FollowGraph;
import timeline.home.Following;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.world.World;

/** Ways to get the social graph and the pull set wrong. */
final class BrokenGraphs {
    private static final Duration STALE = Duration.ofSeconds(60);

    /** Until the debt is settled, its readers are told by the book. */
    private static final Duration LATER_THAN_THE_DEBT_GOES = Duration.ofSeconds(15);

    private BrokenGraphs() {
    }

    /** A follower list that is kept for a minute. */
    static Followers cached(Followers followers, World world) {
        record Question(UserId author, Optional<UserId> after) {}
        record Kept(FollowerPage page, long nanos) {}
        Map<Question, Kept> kept = new HashMap<>();
        return (author, after, limit, deadline) -> {
            Question question = new Question(author, after);
            Kept known = kept.get(question);
            if (known == null || world.scheduler().nanos() - known.nanos() > STALE.toNanos()) {
                known = new Kept(followers.page(author, after, limit, deadline), world.scheduler().nanos());
                kept.put(question, known);
            }
            return known.page();
        };
    }

    /** Who is a celebrity is asked at each tweet, and at each read, and never written down. */
    static Followers withACelebrityFlag(Followers followers) {
        return (author, after, limit, deadline) -> {
            FollowerPage page = followers.page(author, after, limit, deadline);
            Audience audience = page.audience();
            boolean celebrity = audience.followers() >= audience.threshold();
            Optional<PulledAuthor> flag = celebrity
                    ? Optional.of(new PulledAuthor(TweetId.EARLIEST, Optional.empty(), 0))
                    : Optional.empty();
            return new FollowerPage(page.followers(), page.next(),
                    new Audience(audience.followers(), audience.threshold(), flag));
        };
    }

    /** The readers' side of the flag. */
    static FollowGraph withACelebrityFlag(FollowGraph graph, World world) {
        return changed(graph, (reader, following) -> Following.of(following.all(), following.all().stream()
                .filter(author -> world.stores().follows.followerCount(author) >= world.stores().threshold.followers())
                .toList(), Map.of(), owed(following)));
    }

    /** Nobody asks which follows are owed. */
    static FollowGraph withoutDebts(FollowGraph graph) {
        return changed(graph, (reader, following) -> {
            Map<UserId, TweetId> pulled = following.pulledBefore(TweetId.LATEST);
            Map<UserId, TweetId> leaving = new HashMap<>(pulled);
            leaving.values().removeIf(TweetId.LATEST::equals);
            return Following.of(following.all(), pulled.keySet(), leaving, Set.of());
        });
    }

    private static Set<UserId> owed(Following following) {
        return following.owedBefore(TweetId.LATEST).keySet();
    }

    /** Whom one has ever followed, one follows. */
    static FollowGraph neverUnfollowing(FollowGraph graph) {
        Map<UserId, TreeSet<UserId>> ever = new HashMap<>();
        return changed(graph, (reader, following) -> {
            TreeSet<UserId> all = ever.computeIfAbsent(reader, any -> new TreeSet<>());
            all.addAll(following.all());
            return Following.of(all, following.pulledBefore(TweetId.LATEST).keySet(), Map.of(), owed(following));
        });
    }

    /** Who is on the way out is pulled to the very end. */
    static FollowGraph pullingToTheEnd(FollowGraph graph) {
        return changed(graph, (reader, following) -> Following.of(following.all(),
                following.pulledBefore(TweetId.LATEST).keySet(), Map.of(), owed(following)));
    }

    /** Who is pulled is remembered from the first time on. */
    static FollowGraph rememberingWhoIsPulled(FollowGraph graph) {
        Map<UserId, Set<UserId>> pulled = new HashMap<>();
        return changed(graph, (reader, following) -> Following.of(following.all(),
                pulled.computeIfAbsent(reader, first -> following.pulledBefore(TweetId.LATEST).keySet()), Map.of(),
                owed(following)));
    }

    /** Whatever was known last is good enough. */
    static FollowGraph lastKnownFirst(FollowGraph graph) {
        return new FollowGraph() {
            @Override
            public Following current(UserId reader, Deadline deadline) {
                return graph.lastKnown(reader).orElseGet(() -> graph.current(reader, deadline));
            }

            @Override
            public Optional<Following> lastKnown(UserId reader) {
                return graph.lastKnown(reader);
            }
        };
    }

    /** The tweet is left alone first, and the readers are told a moment later. */
    static PullSet enteringTooLate(PullSet pullSet, World world) {
        return new Over(pullSet) {
            private void enterAtLast(UserId author, TweetId from, Deadline anyTime) {
                try {
                    super.enter(author, from, anyTime);
                } catch (GraphUnavailableException outage) {
                    enter(author, from, anyTime);
                }
            }

            @Override
            public void enter(UserId author, TweetId from, Deadline deadline) {
                world.scheduler().running().machine().spawn("late", () -> {
                    world.scheduler().pause(LATER_THAN_THE_DEBT_GOES);
                    enterAtLast(author, from, Deadline.in(Duration.ofDays(1), world.scheduler()::nanos));
                });
            }
        };
    }

    /** Who has become small is out at once, and what was left to the readers stays left. */
    static PullSet leavingAtOnce(PullSet pullSet, World world) {
        return new Over(pullSet) {
            @Override
            public void beginWayOut(UserId author, Deadline deadline) {
                super.beginWayOut(author, deadline);
                world.stores().pullSet.find(author).ifPresent(leaving -> remove(author, leaving.epoch(), deadline));
            }
        };
    }

    private static FollowGraph changed(FollowGraph graph, BiFunction<UserId, Following, Following> change) {
        return new FollowGraph() {
            @Override
            public Following current(UserId reader, Deadline deadline) {
                return change.apply(reader, graph.current(reader, deadline));
            }

            @Override
            public Optional<Following> lastKnown(UserId reader) {
                return graph.lastKnown(reader).map(following -> change.apply(reader, following));
            }
        };
    }

    private static class Over implements PullSet {
        private final PullSet pullSet;

        Over(PullSet pullSet) {
            this.pullSet = pullSet;
        }

        @Override
        public void enter(UserId author, TweetId from, Deadline deadline) {
            pullSet.enter(author, from, deadline);
        }

        @Override
        public void beginWayOut(UserId author, Deadline deadline) {
            pullSet.beginWayOut(author, deadline);
        }

        @Override
        public boolean remove(UserId author, long epoch, Deadline deadline) {
            return pullSet.remove(author, epoch, deadline);
        }
    }
}
