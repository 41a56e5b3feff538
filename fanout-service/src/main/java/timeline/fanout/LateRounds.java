package timeline.fanout;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import timeline.deadline.Deadline;
import timeline.fanout.LateDelivery.Round;
import timeline.hometimeline.CachePrimaries;
import timeline.hometimeline.CachePrimaries.Answer.Known;

/**
 * Rounds through a book of debts: when there is one, whose turn it is, and when it ends. What was tried in vain comes after what was not, so
 * that poison at the head of the book holds nobody up; among it, what was tried last comes last. For one thread.
 */
final class LateRounds<D> {
    /** More of them than that are not remembered, since each round reads past them. */
    private static final int MOST_IN_VAIN = 10_000;

    /** Pays a debt, if it can be done in a turn. */
    @FunctionalInterface
    interface Attempt<D> {
        boolean isDone(D debt, Deadline turn);
    }

    private final Settling<D> settling;
    private final CachePrimaries primaries;
    private final BooleanSupplier behind;
    private final int entriesARound;
    private final Set<D> inVain = new LinkedHashSet<>();

    LateRounds(Settling<D> settling, CachePrimaries primaries, BooleanSupplier behind, int entriesARound) {
        this.settling = settling;
        this.primaries = primaries;
        this.behind = behind;
        this.entriesARound = entriesARound;
    }

    /**
     * A round; it ends with its last debt, or when it has taken as long as a turn.
     *
     * @param oldest so many debts of the book, the oldest first, or fewer
     * @param turns begins a turn: the time for one debt
     */
    Round round(IntFunction<List<D>> oldest, Attempt<D> attempt, Supplier<Deadline> turns) {
        List<D> late = next(oldest);
        if (late.isEmpty() || behind.getAsBoolean()
                || !(primaries.ask(turns.get()) instanceof Known(var _, boolean everyone) && everyone)) {
            return Round.NOTHING;
        }
        Deadline round = turns.get();
        int done = 0;
        int failed = 0;
        for (D debt : late) {
            if (isDone(debt, attempt, turns.get())) {
                done++;
            } else {
                failed++;
            }
            if (round.hasPassed()) {
                break;
            }
        }
        return new Round(done, failed);
    }

    private boolean isDone(D debt, Attempt<D> attempt, Deadline turn) {
        // Until it is known better: what ends the round, time and again, must not be the first of the next one.
        inVain.remove(debt);
        inVain.add(debt);
        boolean done = attempt.isDone(debt, turn);
        if (done) {
            inVain.remove(debt);
        }
        return done;
    }

    /** Whose turn it is. */
    private List<D> next(IntFunction<List<D>> oldest) {
        // What waits for its second look is in the book, too, and must not stand before what is yet to be delivered.
        List<D> pending = oldest.apply(entriesARound + settling.waiting() + inVain.size()).stream()
                .filter(debt -> !settling.isWaiting(debt)).toList();
        if (inVain.size() > MOST_IN_VAIN) {
            inVain.clear();
        }
        inVain.retainAll(new HashSet<>(pending));
        return Stream.concat(pending.stream().filter(debt -> !inVain.contains(debt)), inVain.stream())
                .limit(entriesARound).toList();
    }
}
