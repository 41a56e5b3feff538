package timeline.fanout;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import timeline.deadline.Deadline;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.CachePrimaries.Answer.Known;
import timeline.hometimeline.HomeTimelinesUnavailableException;
import timeline.tweetstore.TweetsUnavailableException;

/**
 * Brings the backfills that are still owed after half a minute, as if their follows had just been read: what {@link LateDelivery} is for
 * tweets, under the same conditions. For one thread.
 */
public final class LateBackfills {
    private final OwedBackfills owed;
    private final Backfill backfill;
    private final Settling<OwedBackfill> settling;
    private final CachePrimaries primaries;
    private final BooleanSupplier behind;
    private final int entriesARound;
    private final TriedInVain<OwedBackfill> inVain = new TriedInVain<>();

    /** @param behind whether the log is known to hold more follows than what is being handled; false also when it does not answer */
    public LateBackfills(OwedBackfills owed, Backfill backfill, Settling<OwedBackfill> settling,
            CachePrimaries primaries, BooleanSupplier behind, int entriesARound) {
        this.owed = owed;
        this.backfill = backfill;
        this.settling = settling;
        this.primaries = primaries;
        this.behind = behind;
        this.entriesARound = entriesARound;
    }

    /**
     * A round; it ends with its last follow, or when it has taken as long as a turn.
     *
     * @param turns begins a turn: the time for one follow
     * @throws RuntimeException the outage of a store or of the graph; the next round goes on
     */
    public LateDelivery.Round bring(Supplier<Deadline> turns) {
        List<OwedBackfill> late = next(turns.get());
        if (late.isEmpty() || behind.getAsBoolean()
                || !(primaries.ask(turns.get()) instanceof Known(var _, boolean everyone) && everyone)) {
            return LateDelivery.Round.NOTHING;
        }
        Deadline round = turns.get();
        int brought = 0;
        int failed = 0;
        for (OwedBackfill entry : late) {
            Deadline turn = turns.get();
            if (inVain.tried(entry, any -> bring(any, turn))) {
                brought++;
            } else {
                failed++;
            }
            if (round.hasPassed()) {
                break;
            }
        }
        return new LateDelivery.Round(brought, failed);
    }

    private List<OwedBackfill> next(Deadline turn) {
        int needed = entriesARound + settling.waiting() + inVain.size();
        List<OwedBackfill> pending = owed
                .oldest(LateDelivery.LATE, Math.min(needed, OwedBackfills.MOST_TOLD), turn).stream()
                .filter(entry -> !settling.isWaiting(entry)).toList();
        return inVain.inOrder(pending, entriesARound);
    }

    private boolean bring(OwedBackfill entry, Deadline turn) {
        try {
            return backfill.handle(entry.event(), turn).isComplete();
        } catch (HomeTimelinesUnavailableException | TweetsUnavailableException outage) {
            throw outage;
        } catch (RuntimeException poison) {
            return false;
        }
    }
}
