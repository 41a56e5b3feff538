package timeline.tweet.id;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import timeline.id.Snowflake;

/**
 * This process's hold on a worker id. Two processes never mint with the same worker id at the same time, and a successor never mints at a
 * time that its predecessor may have used (ADR 0009):
 *
 * <ul>
 * <li>A hold is trusted for 12 s from <em>before</em> it was asked for, on this machine's monotonic clock; the store keeps it for at
 * least 14 s from after that. So minting stops before anybody else could take the worker id, whatever pauses or clocks do.
 * <li>Each hold allows ids only up to a mark in the near future, stored before the first of them is made. Who takes the worker id later
 * begins after the mark.
 * </ul>
 */
public final class WorkerIdLease {
    /** How long after asking a hold is relied on. */
    static final Duration TRUSTED = Duration.ofSeconds(12);
    /** How far ahead of the clock a hold allows ids: what it is relied on for, and room for a clock that is set forward a little. */
    static final Duration MARK_AHEAD = Duration.ofSeconds(15);

    private static final int ATTEMPTS = 16;

    private final WorkerIds workerIds;
    private final String holder;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private volatile @Nullable Hold hold;

    /**
     * @param holder names this process, and no other one ever
     * @param nanoTime a monotonic clock, in nanoseconds
     * @param random chooses the worker ids to try
     */
    public WorkerIdLease(WorkerIds workerIds, String holder, InstantSource clock, LongSupplier nanoTime,
            RandomGenerator random) {
        this.workerIds = workerIds;
        this.holder = holder;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.random = random;
    }

    /**
     * Renews the hold, or takes a worker id when there is none. To be called every 3 s, by one thread.
     *
     * @throws timeline.tweetstore.TweetsUnavailableException when the store does not answer; the hold stays trusted for its time
     */
    public void keep() {
        Hold held = hold;
        long asked = nanoTime.getAsLong();
        Instant mark = clock.instant().plus(MARK_AHEAD);
        if (held == null) {
            hold = take(asked, mark).orElse(null);
        } else if (workerIds.renew(held.worker, holder, held.latest(mark))) {
            hold = new Hold(held.worker, held.after, held.latest(mark), asked + TRUSTED.toNanos());
        } else {
            hold = null;
            keep();
        }
    }

    /**
     * The hold at this moment.
     *
     * @throws NoWorkerIdException when there is none that may be relied on
     */
    Hold current() {
        Hold held = hold;
        if (held == null) {
            throw new NoWorkerIdException("no worker id was taken yet");
        }
        if (nanoTime.getAsLong() - held.trustedUntilNanos >= 0) {
            throw new NoWorkerIdException("the hold on worker id " + held.worker + " was not renewed in time");
        }
        return held;
    }

    /** Whether ids can be made now. */
    public boolean isHeld() {
        Hold held = hold;
        return held != null && nanoTime.getAsLong() - held.trustedUntilNanos < 0;
    }

    /** Lets go of the worker id; no id can be made any more. */
    public void release() {
        Hold held = hold;
        hold = null;
        if (held != null) {
            workerIds.release(held.worker, holder, held.mark);
        }
    }

    private Optional<Hold> take(long asked, Instant mark) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int worker = random.nextInt(Snowflake.MAX_WORKER + 1);
            Optional<Instant> after = workerIds.take(worker, holder, mark);
            if (after.isPresent() && after.get().isBefore(mark.minus(MARK_AHEAD))) {
                return Optional.of(new Hold(worker, after.get(), mark, asked + TRUSTED.toNanos()));
            }
            // Usable only later: its last holder went a moment ago, or had a faster clock.
            after.ifPresent(later -> workerIds.release(worker, holder, later));
        }
        return Optional.empty();
    }

    /**
     * @param after ids must be made for later milliseconds than this
     * @param mark ids must not be made for later milliseconds than this
     */
    record Hold(int worker, Instant after, Instant mark, long trustedUntilNanos) {
        private Instant latest(Instant other) {
            return mark.isAfter(other) ? mark : other;
        }
    }
}
