package timeline.drill;

import java.time.Duration;
import java.util.Optional;
import timeline.drill.crowd.CrowdPlan;
import timeline.drill.crowd.Load;
import timeline.drill.disturbance.Disturbance;

/**
 * A drill: what should happen, to whom, under what load, and what goes wrong meanwhile.
 *
 * @param name as on the command line: {@code fanout-down}
 * @param hypothesis what users should notice, in one sentence
 * @param isLong whether it takes more than a minute
 * @param needs the stack that it can be carried out on
 * @param tolerance which failures of requests users have been told to expect
 * @param recovery who begins to look so long after the disturbance has to find every tweet everywhere
 * @param fresh within how long every tweet has to be in every read even while it goes on; empty when it may delay tweets
 */
record Drill(String name, String hypothesis, boolean isLong, Needs needs, CrowdPlan crowd, Load load,
        Disturbance disturbance, Tolerance tolerance, Duration recovery, Optional<Duration> fresh) {
    /** One of whose requests none may fail that the services were there for. */
    Drill(String name, String hypothesis, boolean isLong, Needs needs, CrowdPlan crowd, Load load,
            Disturbance disturbance, Duration recovery, Optional<Duration> fresh) {
        this(name, hypothesis, isLong, needs, crowd, load, disturbance, Tolerance.NONE, recovery, fresh);
    }

    /** How many of each service there have to be, and what users then may notice of the loss of one. */
    enum Needs {
        /** No request may fail that the services were there for. */
        ONE_OF_EACH(0),
        /** What the instance held when it died may fail, if it can't be repeated: one request in 10,000. */
        TWO_OF_EACH(0.0001);

        private final double mayFail;

        Needs(double mayFail) {
            this.mayFail = mayFail;
        }

        /** The share of all requests that may fail; of idempotent ones none may. */
        double mayFail() {
            return mayFail;
        }
    }

    boolean needsTwoOfEach() {
        return needs == Needs.TWO_OF_EACH;
    }
}
