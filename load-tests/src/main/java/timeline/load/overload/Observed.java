package timeline.load.overload;

import java.time.Duration;
import java.util.Map;

/** The system under load, seen from outside. */
interface Observed {
    /** The processor time that the gateway has used since it was started; cheap, and never waits. */
    Duration gatewayCpu();

    /** The same of this process, which makes the load. */
    Duration generatorCpu();

    /** What the gateway said of itself shortly before that moment, in nanoseconds of this process; cheap, and never waits. */
    Gauges gauges(long nanoTime);

    /** The process of each component by its name; only of those that live. */
    Map<String, Long> processes();
}
