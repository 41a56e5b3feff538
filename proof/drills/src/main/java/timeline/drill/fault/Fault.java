package timeline.drill.fault;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import timeline.drill.stack.Target;

/** One thing that can go wrong with a stack. */
public interface Fault {
    /** For people: {@code Kafka killed}. */
    String what();

    /** The part of the stack that it is of, by which its phases are told apart: {@code kafka}. */
    String part();

    /**
     * Chooses whom it is to strike. Nothing has happened yet.
     *
     * @throws timeline.drill.stack.DrillException when there is nobody
     */
    Damage aim(Target target, RandomGenerator random);

    /** A fault that has its victims. Everything but the first is asked of the stack, whatever was done to it. */
    interface Damage {
        /** Lets it happen; returns when it has. */
        void inflict();

        /** Whether every victim is seen to be as the fault has it, at this moment. */
        boolean isSeen();

        /** Puts right what is not right; returns when all of it serves again. May be repeated. */
        void mend();

        /** Within how long of having been mended those who ask it have noticed. */
        default Duration foundAgain() {
            return Duration.ZERO;
        }

        /** Whether every victim is seen to serve, at this moment. */
        boolean isMended();

        /** Whom it strikes, by their names. */
        List<String> victims();
    }
}
