package timeline.fanout;

import java.util.Collection;
import java.util.List;
import timeline.deadline.Deadline;
import timeline.hometimeline.HomeTimelineEntry;
import timeline.hometimeline.HomeTimelineWriter;
import timeline.hometimeline.HomeTimelineWriter.Taken;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.id.TweetId;
import timeline.id.UserId;

/** A cache that does not answer. */
final class Unreachable implements HomeTimelineWriter {
    @Override
    public Taken push(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        throw new HomeTimelinesUnavailableException("away", null);
    }

    @Override
    public void remove(HomeTimelineEntry entry, Collection<UserId> followers, Deadline deadline) {
        throw new HomeTimelinesUnavailableException("away", null);
    }

    @Override
    public void backfill(List<HomeTimelineEntry> entries, TweetId completeFrom, Collection<UserId> followers,
            Deadline deadline) {
        throw new HomeTimelinesUnavailableException("away", null);
    }
}
