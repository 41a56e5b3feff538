package timeline.fanout;

import java.util.Collection;
import java.util.List;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.id.TweetId;
import timeline.id.UserId;

/** A cache whose first push fails for no known reason. */
final class Poisoned implements HomeTimelineWriter {
    private final HomeTimelineWriter cache;
    private boolean poisoned = true;

    Poisoned(HomeTimelineWriter cache) {
        this.cache = cache;
    }

    @Override
    public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        if (poisoned) {
            poisoned = false;
            throw new IllegalStateException("poison");
        }
        return cache.push(entry, followers, deadline);
    }

    @Override
    public void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        cache.remove(entry, followers, deadline);
    }

    @Override
    public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
            Deadline deadline) {
        cache.backfill(entries, completeFrom, followers, deadline);
    }
}
