package timeline.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The backfills that are owed (ADR 0032): a debt is written with each follow, in its transaction; whom one follows is told together with
 * what of it is owed; an unfollow takes the debt along.
 *
 * <p>All methods throw {@link GraphUnavailableException} when the store does not answer in time, and may be repeated.
 */
public interface OwedBackfills {
    /** Removes debts that are paid, and makes a new version of what their followers read from. Unknown ones are ignored. */
    void settle(Collection<OwedBackfill> paid);

    /**
     * The oldest debts.
     *
     * @param owedFor only those that are at least so old, by the store's clock
     * @param limit how many at most, at least 1
     */
    List<OwedBackfill> oldest(Duration owedFor, int limit);
}
