package timeline.drill.disturbance;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import timeline.drill.crowd.Crowd;
import timeline.drill.crowd.Pacer;
import timeline.drill.stack.Target;

/** What happens while users go on. */
@FunctionalInterface
public interface Disturbance {
    /**
     * Happens, and returns when it is over and mended.
     *
     * @return what it really did; a disturbance without effect would make every system look good
     */
    List<Effect> happen(Scene scene);

    /**
     * Where it happens.
     *
     * @param phases where a disturbance of single instances says what it is doing
     */
    record Scene(Target target, Crowd crowd, RandomGenerator random, Pacer pacer, Phases phases,
            Consumer<String> progress) {}

    /**
     * Something that a disturbance had to do, counted.
     *
     * @param wanted how often, at least
     */
    record Effect(String what, long reached, long wanted) {
        public boolean isReached() {
            return reached >= wanted;
        }
    }
}
