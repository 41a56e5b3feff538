package timeline.traffic;

import java.time.Duration;

/**
 * By what an instance is judged.
 *
 * @param silentAfter for how long not a word comes from an instance before it counts as silent
 * @param silentWaiting how many calls must wait for it all that time: fewer may just be slow
 * @param probeEvery between two probes of an instance that does not serve; once a second when that has lasted for 10 s
 * @param ramp in which an instance that was unreachable comes to its full share: its code is cold
 */
public record InstanceRules(Duration silentAfter, int silentWaiting, Duration probeEvery, Duration ramp) {}
