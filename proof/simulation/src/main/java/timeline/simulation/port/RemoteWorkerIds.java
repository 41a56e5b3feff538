package timeline.simulation.port;

import java.time.Instant;
import java.util.Optional;
import timeline.tweet.id.WorkerIds;

/** {@link WorkerIds} behind a link. */
public record RemoteWorkerIds(Link link, WorkerIds workerIds) implements WorkerIds {
    @Override
    public Optional<Instant> take(int worker, String holder, Instant mark) {
        return link.call("workerIds.take", worker, () -> workerIds.take(worker, holder, mark));
    }

    @Override
    public boolean renew(int worker, String holder, Instant mark) {
        return link.call("workerIds.renew", worker, () -> workerIds.renew(worker, holder, mark));
    }

    @Override
    public void release(int worker, String holder, Instant mark) {
        link.send("workerIds.release", worker, () -> workerIds.release(worker, holder, mark));
    }
}
