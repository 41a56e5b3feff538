package timeline.simulation.port;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import timeline.deadline.Deadline;
import timeline.home.bodies.Deletions;
import timeline.home.bodies.DeletionsUnavailableException;
import timeline.tweet.deletions.RecentDeletions;

/**
 * {@link Deletions} behind a link: what the instances of the tweet-service have noted themselves.
 *
 * @param places by the name under which an instance is known, what stands there at the moment; nothing when it is down, or frozen
 */
public record RemoteDeletions(Link link, Map<String, Supplier<Optional<RecentDeletions>>> places) implements Deletions {
    @Override
    public Set<String> instances() {
        return places.keySet();
    }

    @Override
    public Told since(String instance, Optional<Mark> last, Deadline deadline) {
        return link.call("deletions.since", instance, deadline, () -> {
            RecentDeletions there = places.getOrDefault(instance, Optional::empty).get()
                    .orElseThrow(() -> new DeletionsUnavailableException(instance, null));
            RecentDeletions.Told told = last.map(mark -> there.since(mark.epoch(), mark.newest()))
                    .orElseGet(there::all);
            return new Told(new Mark(told.epoch(), told.newest()), told.continues(), told.deleted(),
                    told.inDoubt());
        });
    }
}
