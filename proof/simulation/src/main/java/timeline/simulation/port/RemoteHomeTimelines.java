package timeline.simulation.port;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineReader;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.InMemoryHomeTimelines;
import timeline.id.TweetId;
import timeline.id.UserId;

/**
 * The home timelines behind a link. A push is what it is in Redis: first a look at which timelines exist, then an add to each of
 * these; in between, anything may happen to them.
 */
public record RemoteHomeTimelines(Link link, InMemoryHomeTimelines timelines)
        implements
            HomeTimelineReader,
            HomeTimelineWriter {
    @Override
    public CachedPage page(UserId user, TweetId before, int limit, Deadline deadline) {
        return link.call("cache.page", user, deadline, () -> timelines.page(user, before, limit, Link.ARRIVED));
    }

    @Override
    public Optional<Rebuild> beginRebuild(UserId user, Deadline deadline) {
        return link.call("cache.begin", user, deadline, () -> timelines.beginRebuild(user, Link.ARRIVED))
                .map(rebuild -> new RemoteRebuild(user, rebuild));
    }

    @Override
    public int push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        List<UserId> cached = link.call("cache.exist", followers, deadline,
                () -> followers.stream().filter(timelines::exists).toList());
        for (UserId follower : cached) {
            link.send("cache.add", follower, deadline, () -> timelines.add(entry, follower));
        }
        return cached.size();
    }

    @Override
    public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
            Deadline deadline) {
        for (UserId follower : followers) {
            link.send("cache.backfill", follower, deadline,
                    () -> timelines.backfill(entries, completeFrom, List.of(follower), Link.ARRIVED));
        }
    }

    @Override
    public void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        link.send("cache.remove", entry, deadline, () -> timelines.remove(entry, followers, Link.ARRIVED));
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
