package timeline.simulation.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import timeline.id.UserId;
import timeline.simulation.engine.Machine;
import timeline.simulation.engine.Promise;
import timeline.simulation.engine.Scheduler;

/**
 * Handles a batch as the fan-out service does: lanes side by side, each in order; an outage is waited out, however long it takes; what
 * is not finished within its turn goes on in the next one; what fails three times for no known reason is poison. Only then the batch
 * is committed.
 *
 * @param lane events of one lane are handled one after the other
 * @param handler handles an event again and again, until it says that it is at its end
 * @param isOutage tells an outage from poison
 * @param deadLetters takes the poison
 */
public record LaneWork<E>(Scheduler scheduler, Machine machine, Function<E, UserId> lane, Handler<E> handler,
        Predicate<RuntimeException> isOutage, Consumer<String> deadLetters) implements BatchWork<E> {
    /** What is done with an event. */
    @FunctionalInterface
    public interface Handler<E> {
        /** Begins to handle an event; each run of what it returns is a turn, and says whether it was the last. */
        BooleanSupplier begin(E event);
    }

    private static final int TRIES = 3;
    private static final Duration BETWEEN_TURNS = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    @Override
    public void handle(List<E> batch, Runnable commit) {
        Map<UserId, List<E>> lanes = batch.stream()
                .collect(Collectors.groupingBy(lane, LinkedHashMap::new, Collectors.toList()));
        List<Promise<Boolean>> ends = new ArrayList<>();
        lanes.forEach((of, events) -> {
            Promise<Boolean> end = new Promise<>(scheduler);
            machine.spawn("lane " + of, () -> {
                events.forEach(this::bringToEnd);
                end.keep(true);
            });
            ends.add(end);
        });
        ends.forEach(Promise::await);
        commit.run();
    }

    private void bringToEnd(E event) {
        Duration wait = Duration.ofMillis(100);
        BooleanSupplier turn = handler.begin(event);
        for (int failures = 0; failures < TRIES;) {
            try {
                if (turn.getAsBoolean()) {
                    return;
                }
                scheduler.pause(BETWEEN_TURNS);
            } catch (RuntimeException failure) {
                if (isOutage.test(failure)) {
                    scheduler.pause(wait);
                    wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
                } else if (++failures == TRIES) {
                    deadLetters.accept(event + ": " + failure);
                }
            }
        }
    }
}
