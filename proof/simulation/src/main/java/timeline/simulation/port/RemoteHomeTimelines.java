package timeline.simulation.port;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    public CachedPage page(UserId user, TweetId before, int limit) {
        return link.call("cache.page", user, () -> timelines.page(user, before, limit));
    }

    @Override
    public Optional<Rebuild> beginRebuild(UserId user) {
        return link.call("cache.begin", user, () -> timelines.beginRebuild(user))
                .map(rebuild -> new RemoteRebuild(user, rebuild));
    }

    @Override
    public int push(HomeTimelineEntry entry, Collection<UserId> followers) {
        List<UserId> cached = link.call("cache.exist", followers,
                () -> followers.stream().filter(timelines::exists).toList());
        for (UserId follower : cached) {
            link.send("cache.add", follower, () -> timelines.add(entry, follower));
        }
        return cached.size();
    }

    @Override
    public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers) {
        for (UserId follower : followers) {
            link.send("cache.backfill", follower,
                    () -> timelines.backfill(entries, completeFrom, List.of(follower)));
        }
    }

    @Override
    public void remove(HomeTimelineEntry entry, Collection<UserId> followers) {
        link.send("cache.remove", entry, () -> timelines.remove(entry, followers));
    }

    private final class RemoteRebuild implements Rebuild {
        private final UserId user;
        private final Rebuild rebuild;

        RemoteRebuild(UserId user, Rebuild rebuild) {
            this.user = user;
            this.rebuild = rebuild;
        }

        @Override
        public boolean finish(List<HomeTimelineEntry> entries, TweetId completeFrom) {
            return link.call("cache.finish", user, () -> rebuild.finish(entries, completeFrom));
        }

        @Override
        public void abandon() {
            link.send("cache.abandon", user, rebuild::abandon);
        }
    }
}
