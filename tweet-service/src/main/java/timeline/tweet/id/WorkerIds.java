package timeline.tweet.id;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds which of the 1,024 worker ids. Every method is linearizable: of two that want the same one, one gets it. A hold ends by itself
 * after {@link #TTL}, measured by the store's clocks, not by the holders'.
 *
 * <p>With each worker id goes a mark: the latest time that its holder may have put into an id. It outlives the hold.
 *
 * <p>All methods throw {@link timeline.tweetstore.TweetsUnavailableException} when the store does not answer in time; the change may then
 * have been made or not.
 */
public interface WorkerIds {
    /** How long a hold lasts unless it is renewed. The store counts whole seconds: it may be up to a second less. */
    Duration TTL = Duration.ofSeconds(15);

    /**
     * Takes a worker id that nobody holds.
     *
     * @param holder names the process, and no other one ever
     * @param mark the mark to leave, unless the one that is there is later
     * @return the mark that was there, {@link Instant#EPOCH} when the worker id was never used; empty when somebody holds it
     */
    Optional<Instant> take(int worker, String holder, Instant mark);

    /**
     * Prolongs a hold by a whole {@link #TTL}.
     *
     * @return false when the hold has ended; it must be given up
     */
    boolean renew(int worker, String holder, Instant mark);

    /** Ends a hold, if it is still this holder's. */
    void release(int worker, String holder, Instant mark);
}
