package timeline.simulation.port;

import timeline.deadline.Deadline;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelinesUnavailableException;

/** {@link CachePrimaries} behind a link. What is known is as old as the last answer, or the beginning of the process. */
public final class RemotePrimaries implements CachePrimaries {
    private final Link link;
    private final CachePrimaries primaries;
    private Primaries known;

    public RemotePrimaries(Link link, CachePrimaries primaries) {
        this.link = link;
        this.primaries = primaries;
        this.known = primaries.known();
    }

    @Override
    public Primaries known() {
        return known;
    }

    @Override
    public Answer ask(Deadline deadline) {
        try {
            Answer answer = link.call("cache.primaries", "", deadline, () -> primaries.ask(Link.ARRIVED));
            if (answer instanceof Answer.Known(Primaries now, boolean _)) {
                known = now;
            }
            return answer;
        } catch (HomeTimelinesUnavailableException outage) {
            return new Answer.Unknown();
        }
    }
}
