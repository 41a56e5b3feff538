package timeline.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import timeline.drill.Drill.Needs;
import timeline.drill.crowd.CrowdPlan;
import timeline.drill.crowd.Fandom;
import timeline.drill.crowd.Load;
import timeline.drill.crowd.Load.Rhythm;
import timeline.drill.disturbance.CacheStorm;
import timeline.drill.disturbance.ColdStart;
import timeline.drill.disturbance.Crossings;
import timeline.drill.disturbance.InstanceFault;
import timeline.drill.disturbance.InstancesInTurn;
import timeline.drill.disturbance.NodesFrozen;
import timeline.drill.disturbance.Outage;
import timeline.drill.disturbance.Scrolls;
import timeline.drill.spike.Spike;
import timeline.drill.spike.SpikePlan;
import timeline.drill.stack.RedisNodes;

/** The drills that there are. */
final class Drills {
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(15);
    private static final CrowdPlan MANY = CrowdPlan.half(8, 32);
    private static final Load BUSY = new Load(20, 40, 0, 0);
    /** 12 readers who pause for 50 ms, 6 authors who post up to 10 tweets a second each and make sure of them, and a little of all else. */
    private static final Load PATIENT = new Load(0, 0, 1, 2, 1,
            Optional.of(new Rhythm(Duration.ofMillis(50), Duration.ofMillis(100))));

    /** A little of everything: so few posts that the last scroll through all of them costs little more than the first. */
    private static final Load LIVELY = new Load(5, 30, 1, 2, 1, Optional.empty());
    /** Beside others, who make the load. */
    private static final Load QUIET = new Load(5, 10, 0, 0);
    /** Who follows whom, and who is who, is PostgreSQL's to say and nobody else's. Reading has a substitute for it (G11), posting needs none. */
    static final Tolerance WITHOUT_GRAPH = Tolerance.whileAway(NodesFrozen.GRAPH, Set.of(503),
            path -> path.startsWith("/v1/follow") || path.equals("/v1/users") || path.equals("/v1/tokens"));
    /** Refused, or not in time: both say so, and when to come back. */
    static final Tolerance OVERLOADED = Tolerance.whileAway(Spike.STACK, Set.of(429, 503, 504), path -> true);

    private Drills() {
    }

    /** Each once. */
    static List<Drill> all() {
        return all(1);
    }

    /** @param times how often those about instances take one of each service away */
    static List<Drill> all(int times) {
        return List.of(
                outage("fanout-down",
                        "With no fan-out, posting and reading go on and authors see their own tweets; when it is back, "
                                + "it resumes where it stopped and every follower gets every tweet once.",
                        new Outage(Duration.ofSeconds(10), target -> target.kill("fanout-service"),
                                target -> target.start("fanout-service"))),
                outage("redis-primary",
                        "When a primary of the cache dies, reads go to the database until its replica is promoted; pushes "
                                + "that the replica never got are not missed.",
                        new Outage(Duration.ofSeconds(10), RedisNodes::killAPrimary, RedisNodes::startWhatIsDown)),
                outage("cache-wiped",
                        "When the whole cache is emptied under load, no reader sees an empty or half timeline: cold "
                                + "timelines are rebuilt from the database.",
                        new Outage(Duration.ofSeconds(10),
                                target -> RedisNodes.primaries(target).forEach(node -> RedisNodes.empty(target, node)),
                                target -> {})),
                crossings(20, 10), cacheStorm(12, Duration.ofSeconds(5)), scrolls(1_000, 2_000),
                instances("instance-killed",
                        "When one of two instances of a service is killed, and when it comes back, users notice nothing: "
                                + "what may be repeated succeeds, and of the rest at most one request in 10,000 fails.",
                        InstanceFault.KILLED, times),
                instances("instance-frozen",
                        "The same when one of two instances freezes for 10 s: it keeps its connections and says nothing.",
                        InstanceFault.FROZEN, times),
                instances("rolling-restart",
                        "The same when every instance of every service is restarted, one after the other.",
                        InstanceFault.RESTARTED, times),
                nodeFrozen(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10)),
                coldStart(),
                spike(new SpikePlan(200, 10, 10, 10, 10, 10, 25, 10)));
    }

    private static Drill instances(String name, String hypothesis, InstanceFault fault, int times) {
        return new Drill(name, hypothesis, true, Needs.TWO_OF_EACH, CrowdPlan.mostlyLoyal(6, 12), PATIENT,
                new InstancesInTurn(fault, times), RECOVERY, Optional.empty());
    }

    private static Drill outage(String name, String hypothesis, Outage outage) {
        return new Drill(name, hypothesis, false, Needs.ONE_OF_EACH, MANY, BUSY, outage, RECOVERY, Optional.empty());
    }

    /** So many authors cross a low threshold so often in each direction. */
    static Drill crossings(int authors, int rounds) {
        return new Drill("crossings",
                "While authors become celebrities and cease to be, " + authors * rounds
                        + " times each, under posts, reads, follows and unfollows, nothing is lost, late or there twice.",
                true, Needs.ONE_OF_EACH, Fandom.around(authors), new Load(10, 30, 2, 4), new Crossings(rounds),
                RECOVERY,
                Optional.of(FRESH));
    }

    /** One primary of the cache is emptied so often, at this interval. */
    static Drill cacheStorm(int times, Duration every) {
        return new Drill("cache-storm",
                "While one primary of the cache is emptied every " + every.toSeconds() + " s for "
                        + every.multipliedBy(times).toSeconds()
                        + " s, every read is as complete and as fresh as on any other day.",
                true, Needs.ONE_OF_EACH, MANY, BUSY, new CacheStorm(times, every), RECOVERY, Optional.of(FRESH));
    }

    /** So many scrolls, through so many entries each. */
    static Drill scrolls(int scrolls, int entries) {
        return new Drill("scrolls",
                scrolls + " scrolls through timelines of " + entries
                        + " entries, while 20 tweets a second are posted and 20 deleted, meet everything once.",
                true, Needs.ONE_OF_EACH, CrowdPlan.all(5, 8, entries + entries / 20), new Load(20, 5, 20, 0),
                new Scrolls(scrolls, 6, entries), RECOVERY, Optional.of(FRESH));
    }

    /** A primary of the cache and then the social graph's server, each frozen for so long. */
    static Drill nodeFrozen(Duration before, Duration lasting, Duration after) {
        return new Drill("node-frozen",
                "While a primary of the cache is frozen for " + lasting.toSeconds()
                        + " s, and then PostgreSQL, every read and "
                        + "every post succeeds within 2 s; what only PostgreSQL can do (follows, sign-ups, tokens) says "
                        + "that it can't now.",
                true, Needs.ONE_OF_EACH, CrowdPlan.mostlyLoyal(8, 32), LIVELY,
                new NodesFrozen(before, lasting, after), WITHOUT_GRAPH, RECOVERY, Optional.empty());
    }

    /** The stack as it comes up, and how it is a minute later. */
    private static Drill coldStart() {
        return new Drill("cold-start",
                "When all services have been stopped and started again, users may come in the second in which the start "
                        + "returns: no request fails, and the p99 of the first 10 s is at most twice that of the second minute.",
                true, Needs.ONE_OF_EACH, CrowdPlan.mostlyLoyal(8, 32), Load.NONE,
                new ColdStart(LIVELY, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(2)), RECOVERY,
                Optional.empty());
    }

    /** Far more than the peak, at once. */
    static Drill spike(SpikePlan plan) {
        return new Drill("spike",
                "When " + plan.times() + " times of what the stack can do is asked of it for " + plan.excess()
                        + " s, by clients who ask again at once, and the whole cache is emptied meanwhile, all is well "
                        + "within " + plan.recovery()
                        + " s after it: 99.9 % good and a p99 below 200 ms at half of the peak.",
                true, Needs.ONE_OF_EACH, CrowdPlan.half(8, 32), QUIET, new Spike(plan), OVERLOADED, RECOVERY,
                Optional.empty());
    }
}
