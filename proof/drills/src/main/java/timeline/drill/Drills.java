package timeline.drill;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import timeline.drill.Drill.Kind;
import timeline.drill.crowd.CrowdPlan;
import timeline.drill.crowd.Fandom;
import timeline.drill.crowd.Load;
import timeline.drill.crowd.Load.Rhythm;
import timeline.drill.disturbance.CacheStorm;
import timeline.drill.disturbance.ColdStart;
import timeline.drill.disturbance.Crossings;
import timeline.drill.disturbance.InstancesInTurn;
import timeline.drill.disturbance.NodesFrozen;
import timeline.drill.disturbance.Outage;
import timeline.drill.disturbance.Scrolls;
import timeline.drill.disturbance.ShardOutage;
import timeline.drill.disturbance.Turns;
import timeline.drill.fault.InstanceFault;
import timeline.drill.fault.TakenAway;
import timeline.drill.spike.Spike;
import timeline.drill.spike.SpikePlan;

/** The drills that there are. */
final class Drills {
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(15);
    private static final CrowdPlan MANY = CrowdPlan.mostlyLoyal(8, 32);
    /** A lot of posts and reads, and a few changes. */
    private static final Load BUSY = new Load(20, 40, 1, 2);
    /** Everybody waits for their answers, and makes sure of their posts. */
    private static final Load PERSISTENT = new Load(0, 10, 1, 2, 0,
            Optional.of(new Rhythm(Duration.ofMillis(500), Duration.ofMillis(250))));
    /** Little enough that the last scroll through all of it costs little more than the first. */
    private static final Load STEADY = new Load(2, 20, 1, 2);
    /** 12 readers who pause for 50 ms, 6 authors who post up to 10 tweets a second each and make sure of them, and a little of all else. */
    private static final Load PATIENT = new Load(0, 0, 1, 2, 1,
            Optional.of(new Rhythm(Duration.ofMillis(50), Duration.ofMillis(100))));

    /** A little of everything: so few posts that the last scroll through all of them costs little more than the first. */
    private static final Load LIVELY = new Load(5, 30, 1, 2, 1, Optional.empty());
    /** Beside others, who make the load. */
    private static final Load QUIET = new Load(5, 10, 0, 0);
    /** Who follows whom, and who is who, is PostgreSQL's to say and nobody else's. */
    static final Tolerance WITHOUT_GRAPH = Tolerance.whileAway(NodesFrozen.GRAPH, Set.of(503), Tolerance::needsGraph);
    /** Refused, or not in time: both say so, and when to come back. */
    static final Tolerance OVERLOADED = Tolerance.whileAway(Spike.STACK, Set.of(429, 503, 504), path -> true);

    private Drills() {
    }

    /**
     * What can be chosen on the command line.
     *
     * @param times how often those about instances take one of each service away
     * @param seed decides the schedules
     * @param faults how many faults a random schedule has
     * @param minutes how long a soak lasts
     * @param links whether these two may break links
     */
    record Choice(int times, long seed, int faults, int minutes, boolean links) {
        static final Choice USUAL = new Choice(1, 1, 3, 30, true);
    }

    /** Those that break one thing. */
    private static List<Drill> outages() {
        return List.of(
                outage("fanout-down", 60, SingleFault.FANOUT_KILLED,
                        "With no fan-out for a minute, posting and reading go on, authors see their own tweets and readers see "
                                + "others' or are told that some may be missing; when it is back, it resumes where it stopped "
                                + "and every follower gets every tweet once."),
                outage("fanout-killed", 0, SingleFault.FANOUT_KILLED,
                        "When the fan-out is killed in mid-delivery and started at once, what it had begun is delivered to the "
                                + "end, and nothing twice."),
                new Drill("fanout-frozen",
                        "When one of two fan-outs freezes for longer than Kafka waits for it, the other one takes over its share; "
                                + "when it thaws, it takes nothing back and adds nothing twice.",
                        Kind.OUTAGE, Set.of(Need.TWO_OF_EACH_SERVICE), MANY, BUSY,
                        new Outage(
                                TakenAway.anyOne("one fan-out of two frozen", "fanout-service", InstanceFault.FROZEN),
                                Duration.ofSeconds(30)),
                        Tolerance.NONE, RECOVERY, Optional.empty()),
                new Drill("tweet-killed",
                        "While the tweet-service is away nobody can post, and is told so; everybody can read. A post of which nobody "
                                + "knows what became of it is, posted again with its key, there once.",
                        Kind.OUTAGE, Set.of(), MANY, PERSISTENT,
                        new Outage(SingleFault.TWEET_KILLED.fault(), Duration.ofSeconds(5)),
                        SingleFault.TWEET_KILLED.tolerance(), RECOVERY, Optional.empty()),
                outage("follow-down", 20, SingleFault.FOLLOW_KILLED,
                        "With no follow-service nobody can follow, unfollow, sign up or get a token, and is told so; every read and "
                                + "every post succeeds."),
                outage("redis-primary", 10, SingleFault.PRIMARY_KILLED,
                        "When a primary of the cache dies, reads go to the database until its replica is promoted; pushes "
                                + "that the replica never got are not missed."),
                outage("redis-frozen", 10, SingleFault.PRIMARY_FROZEN,
                        "The same when it freezes for so long that its replica is promoted, and comes back without knowing it."),
                shard("shard-lost", SingleFault.SHARD_KILLED,
                        "When a primary of the cache and its replica die, reads of their timelines go to the database; readers "
                                + "whose timelines are elsewhere see new tweets within 3 s."),
                shard("shard-cut-off", SingleFault.SHARD_CUT_OFF,
                        "The same when a primary and its replica are cut off from everybody, and come back with what they had."),
                linkOutage("redis-cut-off", 10, SingleFault.PRIMARY_CUT_OFF,
                        "When a primary of the cache is cut off from everybody, its replica is promoted as if it were dead; it comes "
                                + "back as a replica, and nobody believes what it had."),
                linkOutage("redis-lossy", 20, SingleFault.PRIMARY_LOSING,
                        "While one packet in ten to and from a primary of the cache is lost, reads that it keeps waiting go to "
                                + "the database."),
                outage("cache-down", 60, SingleFault.CACHE_KILLED,
                        "With no cache for a minute, every read is answered from the database and complete."),
                outage("cache-wiped", 10, SingleFault.CACHE_EMPTIED,
                        "When the whole cache is emptied under load, no reader sees an empty or half timeline: cold "
                                + "timelines are rebuilt from the database."),
                outage("kafka-down", 60, SingleFault.KAFKA_KILLED,
                        "With no Kafka for a minute, every post is taken and its author sees it at once; everybody else sees it or is "
                                + "told that it may be missing, and has it soon after Kafka is back."),
                linkOutage("kafka-cut-off", 30, SingleFault.KAFKA_CUT_OFF,
                        "The same when Kafka is cut off from everybody."),
                outage("cassandra-down", 30, SingleFault.CASSANDRA_KILLED,
                        "With no Cassandra what needs it is refused with a 503 and in time; what was acknowledged before is there "
                                + "when it is back, and nobody has to be restarted."),
                linkOutage("cassandra-cut-off", 30, SingleFault.CASSANDRA_CUT_OFF,
                        "The same when Cassandra is cut off from everybody; its callers find it again within 8 s."),
                linkOutage("cassandra-lossy", 20, SingleFault.CASSANDRA_LOSING,
                        "While one packet in ten to and from Cassandra is lost, what comes too late for a request is refused with a "
                                + "503 and in time; what was acknowledged is there, once."),
                outage("postgres-down", 30, SingleFault.POSTGRES_KILLED,
                        "With no PostgreSQL every read and every post succeeds; what only it can do (follows, sign-ups, tokens) says "
                                + "that it can't now."),
                linkOutage("postgres-cut-off", 30, SingleFault.POSTGRES_CUT_OFF,
                        "The same when PostgreSQL is cut off from everybody; its callers find it again within 8 s."));
    }

    /** All of them. */
    static List<Drill> all(Choice choice) {
        return Stream.concat(outages().stream(), Stream.of(
                crossings(20, 10), cacheStorm(12, Duration.ofSeconds(5)), scrolls(1_000, 2_000),
                instances("instance-killed",
                        "When one of two instances of a service is killed, and when it comes back, users notice nothing: "
                                + "what may be repeated succeeds, and of the rest at most one request in 10,000 fails.",
                        InstanceFault.KILLED, choice.times()),
                instances("instance-frozen",
                        "The same when one of two instances freezes for 10 s: it keeps its connections and says nothing.",
                        InstanceFault.FROZEN, choice.times()),
                instances("instance-cut-off",
                        "The same when one of two instances is cut off from everybody for 10 s: it goes on, nobody hears it, and it "
                                + "hears nobody.",
                        InstanceFault.CUT_OFF, choice.times(), Need.LINKS),
                instances("rolling-restart",
                        "The same when every instance of every service is restarted, one after the other.",
                        InstanceFault.RESTARTED, choice.times()),
                nodeOfThree(choice.times()),
                nodeFrozen(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10)),
                coldStart(),
                spike(new SpikePlan(200, 10, 10, 10, 10, 10, 25, 10)),
                random(Schedule.random(choice.seed(), choice.faults(), SingleFault.possible(choice.links()))),
                soak(Schedule.single(choice.seed(), choice.minutes(), SingleFault.possible(choice.links()))))).toList();
    }

    private static Drill instances(String name, String hypothesis, InstanceFault fault, int times, Need... needs) {
        return new Drill(name, hypothesis, Kind.LONG, EnumSet.of(Need.TWO_OF_EACH_SERVICE, needs),
                CrowdPlan.mostlyLoyal(6, 12), PATIENT,
                new InstancesInTurn(InstancesInTurn.SERVICES, List.of(fault), times), Tolerance.NONE,
                Allowance.OF_WHAT_DIED, RECOVERY, Optional.empty());
    }

    /** What is kept three times is there as long as two nodes are. */
    private static Drill nodeOfThree(int times) {
        return new Drill("node-of-three",
                "When one of three nodes of Kafka, and then of Cassandra, is killed, frozen or cut off, users notice nothing: what may be "
                        + "repeated succeeds, and of the rest at most one request in 10,000 fails.",
                Kind.LONG, EnumSet.of(Need.THREE_OF_EACH_STORE, Need.LINKS), CrowdPlan.mostlyLoyal(6, 12), PATIENT,
                new InstancesInTurn(InstancesInTurn.STORES,
                        List.of(InstanceFault.KILLED, InstanceFault.FROZEN, InstanceFault.CUT_OFF), times),
                Tolerance.NONE, Allowance.OF_WHAT_DIED, RECOVERY, Optional.empty());
    }

    private static Drill outage(String name, int seconds, SingleFault fault, String hypothesis) {
        return outage(name, Set.of(), seconds, fault, hypothesis);
    }

    private static Drill linkOutage(String name, int seconds, SingleFault fault, String hypothesis) {
        return outage(name, Set.of(Need.LINKS), seconds, fault, hypothesis);
    }

    private static Drill outage(String name, Set<Need> needs, int seconds, SingleFault fault, String hypothesis) {
        return new Drill(name, hypothesis, Kind.OUTAGE, needs, MANY, BUSY,
                new Outage(fault.fault(), Duration.ofSeconds(seconds)), fault.tolerance(), RECOVERY, Optional.empty());
    }

    private static Drill shard(String name, SingleFault fault, String hypothesis) {
        return new Drill(name, hypothesis, Kind.OUTAGE, Set.of(), MANY, BUSY,
                new ShardOutage(fault.fault(), Duration.ofSeconds(15), FRESH), fault.tolerance(), RECOVERY,
                Optional.empty());
    }

    /** Several faults, as a seed has them. */
    static Drill random(Schedule schedule) {
        return new Drill("random",
                "Whatever fails, one thing after the other or the cache while nothing is delivered: nothing is lost, repeated, out of "
                        + "order or taken back, and nothing fails but what users were told to expect.",
                Kind.LONG, Set.of(), MANY, LIVELY,
                new Turns(schedule.turns(), Duration.ZERO, Duration.ofSeconds(10)), schedule.tolerance(), RECOVERY,
                Optional.empty());
    }

    /** A fault each minute. */
    static Drill soak(Schedule schedule) {
        return new Drill("soak",
                "While a random single thing fails each minute, at least 99.99 % of the requests that may be repeated succeed or "
                        + "fail as users were told to expect, and no promise is broken.",
                Kind.ENDLESS, Set.of(), MANY, STEADY,
                new Turns(schedule.turns(), Duration.ofMinutes(1), Duration.ofSeconds(5)), schedule.tolerance(),
                Allowance.FOUR_NINES, RECOVERY, Optional.empty());
    }

    /** So many authors cross a low threshold so often in each direction. */
    static Drill crossings(int authors, int rounds) {
        return new Drill("crossings",
                "While authors become celebrities and cease to be, " + authors * rounds
                        + " times each, under posts, reads, follows and unfollows, nothing is lost, late or there twice.",
                Kind.LONG, Set.of(), Fandom.around(authors), new Load(10, 30, 2, 4), new Crossings(rounds),
                Tolerance.NONE, RECOVERY,
                Optional.of(FRESH));
    }

    /** One primary of the cache is emptied so often, at this interval. */
    static Drill cacheStorm(int times, Duration every) {
        return new Drill("cache-storm",
                "While one primary of the cache is emptied every " + every.toSeconds() + " s for "
                        + every.multipliedBy(times).toSeconds()
                        + " s, every read is as complete and as fresh as on any other day.",
                Kind.LONG, Set.of(), MANY, BUSY, new CacheStorm(times, every), Tolerance.NONE, RECOVERY,
                Optional.of(FRESH));
    }

    /** So many scrolls, through so many entries each. */
    static Drill scrolls(int scrolls, int entries) {
        return new Drill("scrolls",
                scrolls + " scrolls through timelines of " + entries
                        + " entries, while 20 tweets a second are posted and 20 deleted, meet everything once.",
                Kind.LONG, Set.of(), CrowdPlan.all(5, 8, entries + entries / 20), new Load(20, 5, 20, 0),
                new Scrolls(scrolls, 6, entries), Tolerance.NONE, RECOVERY, Optional.of(FRESH));
    }

    /** A primary of the cache and then the social graph's server, each frozen for so long. */
    static Drill nodeFrozen(Duration before, Duration lasting, Duration after) {
        return new Drill("node-frozen",
                "While a primary of the cache is frozen for " + lasting.toSeconds()
                        + " s, and then PostgreSQL, every read and "
                        + "every post succeeds within 2 s; what only PostgreSQL can do (follows, sign-ups, tokens) says "
                        + "that it can't now.",
                Kind.LONG, Set.of(), CrowdPlan.mostlyLoyal(8, 32), LIVELY,
                new NodesFrozen(before, lasting, after), WITHOUT_GRAPH, RECOVERY, Optional.empty());
    }

    /** The stack as it comes up, and how it is a minute later. */
    private static Drill coldStart() {
        return new Drill("cold-start",
                "When all services have been stopped and started again, users may come in the second in which the start "
                        + "returns: no request fails, and the p99 of the first 10 s is at most twice that of the second minute.",
                Kind.LONG, Set.of(), CrowdPlan.mostlyLoyal(8, 32), Load.NONE,
                new ColdStart(LIVELY, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(2)),
                Tolerance.NONE, RECOVERY,
                Optional.empty());
    }

    /** Far more than the peak, at once. */
    static Drill spike(SpikePlan plan) {
        return new Drill("spike",
                "When " + plan.times() + " times of what the stack can do is asked of it for " + plan.excess()
                        + " s, by clients who ask again at once, and the whole cache is emptied meanwhile, all is well "
                        + "within " + plan.recovery()
                        + " s after it: 99.9 % good and a p99 below 200 ms at half of the peak.",
                Kind.LONG, Set.of(), CrowdPlan.half(8, 32), QUIET, new Spike(plan), OVERLOADED, RECOVERY,
                Optional.empty());
    }
}
