package timeline.simulation.storm.stack;

import java.time.Duration;
import timeline.traffic.Outcome;

/**
 * What came of a question.
 *
 * @param queueDelay for how long work waits where it was answered
 */
public record Reply(Outcome outcome, Duration queueDelay) {
    static final Reply NONE = of(Outcome.NO_ANSWER);
    static final Reply NOT_CONNECTED = of(Outcome.CONNECTION_REFUSED);

    static Reply of(Outcome outcome) {
        return new Reply(outcome, Duration.ZERO);
    }

    /** Whether it is what was asked for. */
    public boolean isGood() {
        return outcome == Outcome.ANSWERED;
    }

    /** Whether somebody said something. */
    public boolean isAnswer() {
        return outcome != Outcome.NO_ANSWER && outcome != Outcome.CONNECTION_REFUSED;
    }

    boolean isRefusal() {
        return switch (outcome) {
            case UNAVAILABLE, STARTING, LEAVING, NOT_BEGUN, OVERLOADED -> true;
            default -> false;
        };
    }

    /** As it is answered where work waits for so long. */
    Reply telling(long queueNanos) {
        // As in the header, which counts in milliseconds.
        return new Reply(outcome, Duration.ofMillis(queueNanos / 1_000_000));
    }
}
