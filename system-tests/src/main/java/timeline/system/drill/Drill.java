package timeline.system.drill;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A drill: what should happen, what is broken, how it is mended.
 *
 * @param name as on the command line: {@code fanout-down}
 * @param hypothesis what users should notice, in one sentence
 * @param outage how long it stays broken while users go on
 * @param recovery within how long after mending every tweet has to be everywhere
 * @param breakIt what goes wrong; returns when it has
 * @param mend what an operator does about it; returns when it is done
 */
public record Drill(String name, String hypothesis, Duration outage, Duration recovery, Consumer<Target> breakIt,
        Consumer<Target> mend) {}
