package timeline.fanout;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was tried in vain comes after what was not, so that poison at the head of a book of debts holds nobody up; among it, what was tried
 * last comes last. For one thread.
 */
final class TriedInVain<D> {
    /** More of them than that are not remembered, since each round reads past them. */
    private static final int MOST = 10_000;

    private final Set<D> inVain = new LinkedHashSet<>();

    int size() {
        return inVain.size();
    }

    /** Tries one. What ends the round, time and again, must not be the first of the next one: so it is in vain until it is known better. */
    boolean tried(D debt, Predicate<D> attempt) {
        inVain.remove(debt);
        inVain.add(debt);
        boolean done = attempt.test(debt);
        if (done) {
            inVain.remove(debt);
        }
        return done;
    }

    /**
     * Whose turn it is.
     *
     * @param pending everything that may be tried, the first one first; what was tried and is not there any more is forgotten
     */
    List<D> inOrder(List<D> pending, int limit) {
        if (inVain.size() > MOST) {
            inVain.clear();
        }
        inVain.retainAll(new HashSet<>(pending));
        return Stream.concat(pending.stream().filter(debt -> !inVain.contains(debt)), inVain.stream()).limit(limit)
                .toList();
    }
}
