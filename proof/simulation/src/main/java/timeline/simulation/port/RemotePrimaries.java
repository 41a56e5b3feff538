package timeline.simulation.port;

import timeline.deadline.Deadline;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.simulation.engine.Machine;

/** {@link CachePrimaries} behind a link. What is known is what the process believes; most of those who are asked know better. */
public record RemotePrimaries(Link link, Beliefs beliefs, Machine machine) implements CachePrimaries {
    @Override
    public Primaries known() {
        return beliefs.of(machine).known();
    }

    @Override
    public Answer ask(Deadline deadline) {
        try {
            return link.call("cache.primaries", "", deadline, () -> beliefs.current().ask(Link.ARRIVED));
        } catch (HomeTimelinesUnavailableException outage) {
            return new Answer.Unknown();
        }
    }
}
