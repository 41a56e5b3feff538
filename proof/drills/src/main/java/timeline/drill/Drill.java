package timeline.drill;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import timeline.drill.crowd.CrowdPlan;
import timeline.drill.crowd.Load;
import timeline.drill.disturbance.Disturbance;

/**
 * A drill: what should happen, to whom, under what load, and what goes wrong meanwhile.
 *
 * @param name as on the command line: {@code fanout-down}
 * @param hypothesis what users should notice, in one sentence
 * @param kind whether it is carried out with others
 * @param needs what a stack has to have for it, beside one instance of each component
 * @param tolerance which failures of requests users have been told to expect
 * @param allowance how many more may fail
 * @param recovery who begins to look so long after the disturbance has to find every tweet everywhere, and nobody to notice anything
 * @param fresh within how long every tweet has to be in every read even while it goes on; empty when it may delay tweets
 */
record Drill(String name, String hypothesis, Kind kind, Set<Need> needs, CrowdPlan crowd, Load load,
        Disturbance disturbance, Tolerance tolerance, Allowance allowance, Duration recovery,
        Optional<Duration> fresh) {
    /** One of whose requests none may fail that the services were there for. */
    Drill(String name, String hypothesis, Kind kind, Set<Need> needs, CrowdPlan crowd, Load load,
            Disturbance disturbance, Tolerance tolerance, Duration recovery, Optional<Duration> fresh) {
        this(name, hypothesis, kind, needs, crowd, load, disturbance, tolerance, Allowance.NONE, recovery, fresh);
    }

    /** With which others it is carried out. */
    enum Kind {
        /** A single fault: with {@code --all}. */
        OUTAGE,
        /** It is much work or takes minutes: with {@code --all --long}. */
        LONG,
        /** It takes as long as one says: only by its name. */
        ENDLESS
    }
}
