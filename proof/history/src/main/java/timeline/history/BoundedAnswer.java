package timeline.history;

import java.time.Duration;
import timeline.history.Action.Scroll;

/** G12: no call takes more than 2 s (and a tenth for the client itself). A scroll is many calls, which are timed one by one elsewhere. */
final class BoundedAnswer implements Invariant {
    private static final Duration BOUND = Duration.ofMillis(2_100);

    @Override
    public String name() {
        return "G12 bounded answer";
    }

    @Override
    public Finding check(History history) {
        Tally tally = new Tally(name());
        history.where(action -> !(action instanceof Scroll)).forEach(operation -> tally.check(
                operation.took().compareTo(BOUND) <= 0, "%s of %s took %d ms",
                operation.action().getClass().getSimpleName(), operation.user(), operation.took().toMillis()));
        return tally.finding();
    }
}
