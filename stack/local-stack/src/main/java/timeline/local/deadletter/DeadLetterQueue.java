package timeline.local.deadletter;

import java.util.List;
import java.util.Optional;

/**
 * The dead letters, and what became of them. Nothing is ever taken out: a letter that is settled stays until the retention of its
 * topic ends, so a mistake can be looked up.
 *
 * <p>All methods throw {@link timeline.local.StackException} when the log does not answer.
 */
public interface DeadLetterQueue {
    /** The letters that nobody has settled yet, the oldest first. */
    List<DeadLetter> open();

    /** A letter, settled or not; empty when there is none, or its retention is over. */
    Optional<DeadLetter> find(LetterId id);

    /** What became of a letter; empty while it is open. */
    Optional<Settlement> settlement(LetterId id);

    /**
     * Writes the record into its source again, in the partition that it came from, and returns when it is there. Does not settle the
     * letter: whoever crashes in between replays once more, which the fan-out forgives.
     */
    void replay(DeadLetter letter);

    /** Remembers what became of a letter, and returns when that is durable. A later call wins. */
    void settle(LetterId id, Settlement settlement);
}
