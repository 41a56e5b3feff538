package timeline.fanout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import timeline.deadline.Deadline;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.CachePrimaries.Answer.Known;
import timeline.hometimeline.CachePrimaries.Primaries;

/**
 * Removes debts: what is owed for a tweet goes only after the tweet is in every timeline that has to have it, or its readers pull it; what is
 * owed for a follow, after its backfill is in the follower's. Nothing else is relied on, neither offsets, nor the order of events, nor who is alive: whoever removes a row has seen all its pushes succeed
 * (ADR 0026).
 *
 * <p>Not at once, but ten seconds later, and only when the cache's primaries are by then what they were when the pushes began. One that was
 * replaced without knowing it acknowledges pushes that are lost: then somebody delivers once more. And while somebody may still believe it,
 * readers find in the book of debts what its successor got.
 *
 * <p>Kept in memory alone: what a crash makes forgotten is delivered again, which changes nothing. Thread safe.
 */
public final class Settling<D> {
    /**
     * A constant, of the protocol and not of an operator: a primary that was replaced is believed for less (ADR 0026), and readers reckon with
     * it.
     */
    static final Duration SECOND_LOOK = Duration.ofSeconds(10);

    /** A constant: a bound of memory, of an outage of the database. What finds no place is delivered once more, later. */
    static final int MOST_WAITING = 100_000;

    /** Where the debts are written. */
    @FunctionalInterface
    public interface Book<D> {
        /** Removes debts; throws the outage of its store. */
        void settle(List<D> paid, Deadline deadline);
    }

    /** @param to the primaries before the pushes began */
    private record Delivered(Primaries to, long sinceNanos) {}

    private final Map<D, Delivered> waiting = new LinkedHashMap<>();
    private final Book<D> book;
    private final CachePrimaries primaries;
    private final LongSupplier nanoTime;
    private final int mostAtOnce;

    /** @param mostAtOnce of one round: what its book takes at once, and answers in time */
    public Settling(Book<D> book, CachePrimaries primaries, LongSupplier nanoTime, int mostAtOnce) {
        this.book = book;
        this.primaries = primaries;
        this.nanoTime = nanoTime;
        this.mostAtOnce = mostAtOnce;
    }

    /**
     * What was owed is in every timeline, or left to the readers.
     *
     * @param to the primaries as they were known before
     */
    synchronized void delivered(D entry, Primaries to) {
        // What was delivered again counts from then.
        waiting.remove(entry);
        if (waiting.size() < MOST_WAITING) {
            waiting.put(entry, new Delivered(to, nanoTime.getAsLong()));
        }
    }

    /** Whether a delivery has come to its end here, and only the second look is missing. */
    synchronized boolean isWaiting(D entry) {
        return waiting.containsKey(entry);
    }

    /** How many have come to their end here, and wait for their second look. */
    synchronized int waiting() {
        return waiting.size();
    }

    /**
     * A round: removes what was delivered ten seconds ago, as much as its book takes at once. What was delivered to other primaries than there are now is left as owed.
     *
     * @return how many debts were removed
     * @throws RuntimeException the outage of the book's store; the next round tries again
     */
    public int settle(Deadline deadline) {
        Map<D, Delivered> due = due();
        if (due.isEmpty() || !(primaries.ask(deadline) instanceof Known(Primaries now, boolean _))) {
            return 0;
        }
        List<D> kept = due.entrySet().stream().filter(entry -> entry.getValue().to().equals(now))
                .map(Map.Entry::getKey).toList();
        if (!kept.isEmpty()) {
            book.settle(kept, deadline);
        }
        forget(due);
        return kept.size();
    }

    private synchronized Map<D, Delivered> due() {
        long now = nanoTime.getAsLong();
        Map<D, Delivered> due = new LinkedHashMap<>();
        for (Map.Entry<D, Delivered> entry : waiting.entrySet()) {
            if (now - entry.getValue().sinceNanos() < SECOND_LOOK.toNanos() || due.size() == mostAtOnce) {
                break;
            }
            due.put(entry.getKey(), entry.getValue());
        }
        return due;
    }

    private synchronized void forget(Map<D, Delivered> looked) {
        // Unless it was delivered once more meanwhile.
        looked.forEach(waiting::remove);
    }
}
