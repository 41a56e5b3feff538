package timeline.traffic;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether this process has stood still until a moment ago: frozen, or without a processor. What arrived meanwhile lies in its buffers and
 * looks new, but whoever sent it has given it up by now, and may have done the opposite elsewhere: a follow that is carried out ten seconds
 * later undoes an unfollow. No clock of another host is needed to know. Thread-safe; never waits.
 */
public final class Standstill {
    private final long noticedNanos;
    private final long lingersNanos;
    private final LongSupplier nanos;
    private volatile long lastTick;
    private volatile long doubtfulUntil;

    /**
     * @param noticed a pause between two ticks that is a standstill: shorter than callers' patience with a silent instance
     * @param lingers for how long after it old requests still come out of the buffers
     */
    public Standstill(Duration noticed, Duration lingers, LongSupplier nanos) {
        this.noticedNanos = noticed.toNanos();
        this.lingersNanos = lingers.toNanos();
        this.nanos = nanos;
        this.lastTick = nanos.getAsLong();
        this.doubtfulUntil = lastTick;
    }

    /** To be called every few milliseconds. */
    public void tick() {
        long now = nanos.getAsLong();
        if (now - lastTick >= noticedNanos) {
            doubtfulUntil = now + lingersNanos;
        }
        lastTick = now;
    }

    /** Whether what comes now may have lain here for long; also before anybody has ticked again. */
    public boolean isJustOver() {
        long now = nanos.getAsLong();
        return now - doubtfulUntil < 0 || now - lastTick >= noticedNanos;
    }
}
