package timeline.fanout;

import java.time.Duration;
import java.util.List;
import timeline.deadline.Deadline;

/**
 * The book of what is owed to those who have followed somebody, at the follow-service (ADR 0032).
 *
 * <p>Both methods may be repeated, and throw {@link GraphUnavailableException} when the follow-service does not answer in time.
 */
public interface OwedBackfills {
    /** No more are settled at once: 168 of the longest ids fit what any service takes as a request's body (16 KiB). */
    int MOST_SETTLED = 150;

    /** No more are told at once. */
    int MOST_TOLD = 1_000;

    /** Removes debts that are paid, {@link #MOST_SETTLED} at most; unknown ones are ignored. */
    void settle(List<OwedBackfill> paid, Deadline deadline);

    /**
     * The oldest debts.
     *
     * @param owedFor only those that are at least so old
     * @param limit how many at most, 1 to {@link #MOST_TOLD}
     */
    List<OwedBackfill> oldest(Duration owedFor, int limit, Deadline deadline);
}
