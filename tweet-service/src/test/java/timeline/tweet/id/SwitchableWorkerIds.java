package timeline.tweet.id;

import java.time.Instant;
import java.util.Optional;
import timeline.tweetstore.TweetsUnavailableException;

/** Worker ids that a test can take away, and can make few, so that processes meet each other's traces. */
final class SwitchableWorkerIds implements WorkerIds {
    private final WorkerIds store;
    private final int count;
    private boolean away;

    SwitchableWorkerIds(WorkerIds store, int count) {
        this.store = store;
        this.count = count;
    }

    void setAway(boolean isAway) {
        away = isAway;
    }

    @Override
    public Optional<Instant> take(int worker, String holder, Instant mark) {
        return reached().take(worker % count, holder, mark);
    }

    @Override
    public boolean renew(int worker, String holder, Instant mark) {
        return reached().renew(worker % count, holder, mark);
    }

    @Override
    public void release(int worker, String holder, Instant mark) {
        reached().release(worker % count, holder, mark);
    }

    private WorkerIds reached() {
        if (away) {
            throw new TweetsUnavailableException("away", null);
        }
        return store;
    }
}
