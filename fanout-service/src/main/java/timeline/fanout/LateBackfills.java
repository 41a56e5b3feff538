package timeline.fanout;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import timeline.deadline.Deadline;
import timeline.fanout.LateDelivery.Round;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Brings the backfills that are still owed after half a minute, as if their follows had just been read: what {@link LateDelivery} is for
 * tweets, under the same conditions. For one thread.
 */
public final class LateBackfills {
    private final OwedBackfills owed;
    private final Backfill backfill;
    private final LateRounds<OwedBackfill> rounds;

    /** @param behind whether the log is known to hold more follows than what is being handled; false also when it does not answer */
    public LateBackfills(OwedBackfills owed, Backfill backfill, Settling<OwedBackfill> settling,
            CachePrimaries primaries, BooleanSupplier behind, int entriesARound) {
        this.owed = owed;
        this.backfill = backfill;
        this.rounds = new LateRounds<>(settling, primaries, behind, entriesARound);
    }

    /**
     * A round; it ends with its last follow, or when it has taken as long as a turn.
     *
     * @param turns begins a turn: the time for one follow
     * @throws RuntimeException the outage of a store or of the graph; the next round goes on
     */
    public Round bring(Supplier<Deadline> turns) {
        return rounds.round(
                limit -> owed.oldest(LateDelivery.LATE, Math.min(limit, OwedBackfills.MOST_TOLD), turns.get()),
                this::isBrought, turns);
    }

    private boolean isBrought(OwedBackfill entry, Deadline turn) {
        try {
            return backfill.handle(entry.event(), turn).isComplete();
        } catch (HomeTimelinesUnavailableException | TweetsUnavailableException outage) {
            throw outage;
        } catch (RuntimeException poison) {
            return false;
        }
    }
}
