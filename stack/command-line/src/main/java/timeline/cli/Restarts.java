package timeline.cli;

import java.time.Duration;
import timeline.local.Stack;
import timeline.local.Status.State;
import timeline.local.Terminal;

/** Starts single components of a stack that is up. */
final class Restarts {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Restarts() {
    }

    /** Like {@code docker compose start}: starting what runs already is no error. */
    static void start(Stack stack, String name, Terminal terminal) throws InterruptedException {
        State state = stack.status(name).state();
        if (state == State.EXITED) {
            stack.start(name);
        } else if (state == State.PAUSED) {
            throw new timeline.local.StackException(name + " is paused: ./timeline unpause " + name);
        }
        stack.awaitReady(name, PATIENCE);
        terminal.progress(name + (state == State.EXITED ? " ready" : " was running already"));
    }
}
