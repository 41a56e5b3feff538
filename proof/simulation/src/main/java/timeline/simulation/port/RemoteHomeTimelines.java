package timeline.simulation.port;

import java.util.Collection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.hometimeline.StuckNodes;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.simulation.engine.Machine;

/**
 * The home timelines behind a link, as a process believes to know them. A push is what it is in Redis: at each part of the cache a look at
 * which timelines exist, then an add to each of these; in between, anything may happen to them. A part that is lost is silent.
 */
public final class RemoteHomeTimelines implements HomeTimelineReader, HomeTimelineWriter {
    /** How long a push waits for a part that is silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Link link;
    private final Beliefs beliefs;
    private final Machine machine;
    private final StuckNodes stuck;

    public RemoteHomeTimelines(Link link, Beliefs beliefs, Machine machine) {
        this.link = link;
        this.beliefs = beliefs;
        this.machine = machine;
        this.stuck = new StuckNodes(PATIENCE, machine.nanoTime(), () -> {});
    }

    private InMemoryHomeTimelines timelines() {
        return beliefs.of(machine);
    }

    @Override
    public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
        return link.call("cache.page", user, deadline, () -> timelines().page(user, before, limit, Link.ARRIVED));
    }

    @Override
    public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
        return link.call("cache.begin", user, deadline, () -> timelines().beginRebuild(user, Link.ARRIVED))
                .map(rebuild -> new RemoteRebuild(user, rebuild));
    }

    /** In Redis side by side: so those that answer are not behind those that do not. */
    @Override
    public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        Map<Integer, List<UserId>> parts = Shards.split(followers);
        Map<Integer, List<UserId>> lost = new TreeMap<>(parts);
        lost.values().removeIf(part -> timelines().isAnswering(part.getFirst()));
        parts.keySet().removeAll(lost.keySet());
        int taken = 0;
        int missed = 0;
        for (List<UserId> part : parts.values()) {
            Taken now = pushTo(part, entry, deadline);
            taken += now.timelines();
            missed += now.missed();
        }
        awaitInVain(lost.keySet(), deadline);
        return new Taken(taken, missed + lost.values().stream().mapToInt(List::size).sum());
    }

    private Taken pushTo(List<UserId> part, HomeTimelineEntry entry, Deadline deadline) {
        try {
            List<UserId> cached = link.call("cache.exist", part, deadline,
                    () -> part.stream().filter(timelines()::exists).toList());
            int taken = (int) cached.stream().filter(follower -> add(entry, follower, deadline)).count();
            return new Taken(taken, cached.size() - taken);
        } catch (HomeTimelinesUnavailableException silent) {
            requireTime(deadline);
            return new Taken(0, part.size());
        }
    }

    private boolean add(HomeTimelineEntry entry, UserId follower, Deadline deadline) {
        try {
            link.send("cache.add", follower, deadline, () -> timelines().add(entry, follower));
            return true;
        } catch (HomeTimelinesUnavailableException silent) {
            requireTime(deadline);
            return false;
        }
    }

    private void awaitInVain(Collection<Integer> shards, Deadline deadline) {
        List<String> asked = shards.stream().map(shard -> "shard " + shard).filter(stuck::mayBeAsked).toList();
        if (!asked.isEmpty()) {
            link.silence(
                    asked.stream().map(shard -> stuck.patience(shard, PATIENCE)).max(Duration::compareTo).orElseThrow(),
                    deadline);
            requireTime(deadline);
            asked.forEach(stuck::timedOut);
        }
    }

    private static void requireTime(Deadline deadline) {
        if (deadline.hasPassed()) {
            throw HomeTimelinesUnavailableException.outOfTime(null);
        }
    }

    @Override
    public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
            Deadline deadline) {
        for (UserId follower : followers) {
            link.send("cache.backfill", follower, deadline,
                    () -> timelines().backfill(entries, completeFrom, List.of(follower), Link.ARRIVED));
        }
    }

    @Override
    public void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        link.send("cache.remove", entry, deadline, () -> timelines().remove(entry, followers, Link.ARRIVED));
    }

    private final class RemoteRebuild implements Rebuild {
        private final UserId user;
        private final Rebuild rebuild;

        RemoteRebuild(UserId user, Rebuild rebuild) {
            this.user = user;
            this.rebuild = rebuild;
        }

        @Override
        public boolean finish(List<HomeTimelineEntry> entries, TweetId completeFrom, Deadline deadline) {
            return link.call("cache.finish", user, deadline, () -> rebuild.finish(entries, completeFrom, Link.ARRIVED));
        }

        @Override
        public void abandon(Deadline deadline) {
            link.send("cache.abandon", user, deadline, () -> rebuild.abandon(Link.ARRIVED));
        }
    }
}
