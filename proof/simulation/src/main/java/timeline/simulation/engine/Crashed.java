package timeline.simulation.engine;

/**
 * Thrown into code whose process has died, at its next call to the outside: nothing that it does from then on reaches anybody. An
 * error, since no code that catches exceptions may survive its own death.
 */
public final class Crashed extends Error {
    Crashed() {
        super("the process has died", null, false, false);
    }
}
