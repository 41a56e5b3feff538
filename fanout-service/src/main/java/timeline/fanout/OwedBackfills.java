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
    /** Removes debts that are paid; unknown ones are ignored. */
    void settle(List<OwedBackfill> paid, Deadline deadline);

    /**
     * The oldest debts.
     *
     * @param owedFor only those that are at least so old
     * @param limit how many at most, at least 1
     */
    List<OwedBackfill> oldest(Duration owedFor, int limit, Deadline deadline);
}
