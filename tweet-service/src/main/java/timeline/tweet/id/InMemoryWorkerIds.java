package timeline.tweet.id;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The in-memory twin of the worker ids, for tests and simulations. Thread-safe. */
public final class InMemoryWorkerIds implements WorkerIds {
    private record Hold(String holder, Instant until) {}

    private final InstantSource storeClock;
    private final Map<Integer, Hold> holds = new HashMap<>();
    private final Map<Integer, Instant> marks = new HashMap<>();

    /** @param storeClock ends the holds */
    public InMemoryWorkerIds(InstantSource storeClock) {
        this.storeClock = storeClock;
    }

    @Override
    public synchronized Optional<Instant> take(int worker, String holder, Instant mark) {
        if (isHeld(worker)) {
            return Optional.empty();
        }
        Instant former = marks.getOrDefault(worker, Instant.EPOCH);
        hold(worker, holder, former.isAfter(mark) ? former : mark);
        return Optional.of(former);
    }

    @Override
    public synchronized boolean renew(int worker, String holder, Instant mark) {
        boolean own = isHeldBy(worker, holder);
        if (own) {
            hold(worker, holder, mark);
        }
        return own;
    }

    @Override
    public synchronized void release(int worker, String holder, Instant mark) {
        if (isHeldBy(worker, holder)) {
            holds.remove(worker);
            marks.put(worker, mark);
        }
    }

    private void hold(int worker, String holder, Instant mark) {
        holds.put(worker, new Hold(holder, storeClock.instant().plus(TTL)));
        marks.put(worker, mark);
    }

    private boolean isHeld(int worker) {
        Hold hold = holds.get(worker);
        return hold != null && storeClock.instant().isBefore(hold.until());
    }

    private boolean isHeldBy(int worker, String holder) {
        Hold hold = holds.get(worker);
        return hold != null && isHeld(worker) && hold.holder().equals(holder);
    }
}
