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
 * @param recovery within how long after the disturbance every tweet has to be everywhere
 * @param fresh within how long every tweet has to be in every read even while it goes on; empty when it may delay tweets
 */
record Drill(String name, String hypothesis, boolean isLong, CrowdPlan crowd, Load load, Disturbance disturbance,
        Duration recovery, Optional<Duration> fresh) {}
