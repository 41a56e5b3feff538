package timeline.drill.disturbance;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import timeline.drill.crowd.Crowd;
import timeline.drill.crowd.Ledger;
import timeline.drill.crowd.Pacer;
import timeline.drill.stack.Target;
import timeline.history.History;

/** What happens while users go on. */
@FunctionalInterface
public interface Disturbance {
    /**
     * Happens, and returns when it is over and mended.
     *
     * @return what it really did; a disturbance without effect would make every system look good
     */
    List<? extends Shown> happen(Scene scene);

    /**
     * Where it happens.
     *
     * @param ledger what users have asked for so far, and how it ended
     * @param history what they saw so far
     * @param phases where a disturbance of single parts says what it is doing
     */
    record Scene(Target target, Crowd crowd, Ledger ledger, Supplier<History> history, RandomGenerator random,
            Pacer pacer, Phases phases,
            Consumer<String> progress) {
        /** The same, for something that has phases of its own. */
        Scene with(Phases others) {
            return new Scene(target, crowd, ledger, history, random, pacer, others, progress);
        }
    }

    /** Something that it did, or that came of it. */
    sealed interface Shown {
        String what();

        /** Whether it is as the drill's hypothesis has it. */
        boolean isAsWanted();
    }

    /**
     * Something that a disturbance had to do, counted.
     *
     * @param wanted how often, at least
     */
    record Effect(String what, long reached, long wanted) implements Shown {
        @Override
        public boolean isAsWanted() {
            return reached >= wanted;
        }
    }

    /**
     * Something that users may bear with up to a bound, and no further.
     *
     * @param measured infinite when there is no end to it
     * @param unit behind both numbers; empty for what is counted
     */
    record Limit(String what, double measured, double most, String unit) implements Shown {
        @Override
        public boolean isAsWanted() {
            return measured <= most;
        }
    }

    /** Something to know by the way: whatever it is, it is no verdict. */
    record Figure(String what, double measured, String unit) implements Shown {
        @Override
        public boolean isAsWanted() {
            return true;
        }
    }
}
