package timeline.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import timeline.id.TweetId;
import timeline.id.UserId;
import timeline.history.Checker;
import timeline.history.Conditions;
import timeline.history.History;
import timeline.history.Outcome;
import timeline.history.Recorder;
import timeline.simulation.engine.DefectException;
import timeline.simulation.engine.Promise;
import timeline.simulation.engine.Scheduler;
import timeline.simulation.port.Fault;
import timeline.simulation.port.Trace;
import timeline.simulation.port.Trouble;
import timeline.simulation.world.Wiring;
import timeline.simulation.world.World;

/**
 * One world, from beginning to end. First its users are busy while things break (safety: nothing that they see may be wrong). Then
 * everything is mended, and after a while all that was acknowledged has to be everywhere (liveness).
 */
public final class Simulation {
    /** After the last fault, within this time the backlog has to be gone. */
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    /** G15, always. */
    private static final Duration CEILING = Duration.ofSeconds(5);
    /** G3, on a healthy day. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final long seed;
    private final Workload workload;
    private final Scheduler scheduler;
    private final Trouble trouble;
    private final Trace trace;
    private final World world;
    private final Recorder recorder;
    private final List<Client> clients = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private long healthyFrom = Long.MAX_VALUE;

    /**
     * What came of a seed.
     *
     * @param violations every promise that was broken, the invariant's name first; empty when all were kept
     * @param checks how often each invariant was put to the test
     * @param trace the last steps, when they were asked for
     */
    public record Result(long seed, String workload, History history, List<String> violations,
            Map<String, Long> checks, Map<Fault, Integer> faults, long steps, List<String> trace) {
        public boolean isKept() {
            return violations.isEmpty();
        }
    }

    private Simulation(long seed, Workload workload, Wiring wiring, int traceLines) {
        this.seed = seed;
        this.workload = workload;
        scheduler = new Scheduler(seed);
        trouble = new Trouble(scheduler.random());
        trace = new Trace(scheduler, traceLines);
        world = new World(scheduler, trouble, trace, workload.shape(scheduler.random()), wiring);
        recorder = new Recorder(scheduler::nanos);
    }

    /** Runs a seed, and judges what its users saw. */
    static Result run(long seed, Workload workload, Wiring wiring, int traceLines) {
        return new Simulation(seed, workload, wiring, traceLines).run();
    }

    private Result run() {
        try {
            scheduler.run(this::story);
        } catch (DefectException defect) {
            broken.add("defect: " + defect.getMessage());
        }
        broken.addAll(world.violations());
        History history = recorder.history();
        Checker.Verdict verdict = Checker.check(history, new Conditions(healthyFrom, FRESH, Optional.of(CEILING)));
        Map<String, Long> checks = new TreeMap<>();
        List<String> violations = new ArrayList<>(broken);
        verdict.findings().forEach(finding -> {
            checks.put(finding.invariant(), finding.tested());
            finding.violations().forEach(violation -> violations.add(finding.invariant() + ": " + violation));
        });
        return new Result(seed, workload.label(), history, violations, checks, trouble.counts(), scheduler.steps(),
                trace.lines());
    }

    private void story() {
        world.start();
        for (long number = 1; number <= world.shape().users(); number++) {
            clients.add(new Client(new UserId(number), world, recorder));
        }
        clients.stream().limit(2).forEach(client -> world.past(client.user()).forEach(client::posted));
        Nemesis nemesis = new Nemesis(world);
        scheduler.outside().spawn("nemesis", nemesis::run);
        busyTime();
        nemesis.mend();
        requireRest("after the last fault");
        healthyFrom = scheduler.nanos();
        healthyTime();
    }

    private void busyTime() {
        List<Promise<Boolean>> ends = new ArrayList<>();
        for (Client client : clients) {
            for (int device = 1; device <= workload.devices(); device++) {
                Promise<Boolean> end = new Promise<>(scheduler);
                User user = new User(client, workload, clients, world, device);
                scheduler.outside().spawn("user " + client.user() + '.' + device, () -> {
                    user.live();
                    end.keep(true);
                });
                ends.add(end);
            }
        }
        ends.forEach(Promise::await);
    }

    private void healthyTime() {
        for (Client client : clients) {
            requirePost(client);
            client.readHead(1 + scheduler.random().nextInt(4));
        }
        scheduler.pause(FRESH);
        clients.forEach(client -> client.scroll(world.shape().longestPage()));
        // Requests that a process slept over may still have come.
        requireRest("on a healthy day");
        switch (scheduler.random().nextInt(4)) {
            case 0 -> dayWithoutAShard();
            case 1 -> dayOfAReplacement();
            case 2 -> dayWithoutAFanOut();
            default -> {
            }
        }
        requireEvents();
    }

    private void dayWithoutAShard() {
        new DayWithoutAShard(world, clients, broken::add).pass();
        requireRest("after a shard was lost");
        clients.forEach(client -> client.scroll(world.shape().longestPage()));
    }

    private void dayOfAReplacement() {
        new DayOfAReplacement(world, clients).pass();
        requireRest("after a primary was replaced");
        clients.forEach(client -> client.scroll(world.shape().longestPage()));
    }

    private void dayWithoutAFanOut() {
        new DayWithoutAFanOut(world, clients).pass();
        requireRest("after nothing was delivered");
        clients.forEach(client -> client.scroll(world.shape().longestPage()));
    }

    /** A clock that has just been set back may refuse ids for a few seconds. */
    private void requirePost(Client client) {
        for (int attempt = 0; attempt < 6; attempt++) {
            if (client.post("healthy " + attempt + " of " + client.user(),
                    Optional.empty()) instanceof Outcome.Posted) {
                return;
            }
            scheduler.pause(Duration.ofSeconds(1));
        }
        broken.add("G12 availability: no post of " + client.user() + " on a healthy day");
    }

    /** The log, from which everything can be done once more, misses nothing. */
    private void requireEvents() {
        List<TweetId> unpublished = world.unpublished();
        if (!unpublished.isEmpty()) {
            broken.add("I13 conservation: no event was ever published of " + unpublished);
        }
    }

    /** Everything that is owed is done within a minute. */
    private void requireRest(String when) {
        long patience = scheduler.nanos() + RECOVERY.toNanos();
        while (scheduler.nanos() < patience && !(world.isReady() && world.isAtRest())) {
            scheduler.pause(Duration.ofMillis(100));
        }
        if (!world.isAtRest()) {
            broken.add("I13 conservation: a minute " + when + " events are left over: "
                    + world.stores().tweetEvents.lag() + " of tweets, " + world.stores().followEvents.lag()
                    + " of follows, in the outboxes " + world.stores().tweets.backlog() + ", "
                    + world.stores().followOutbox.backlog() + ", and owed to the timelines "
                    + world.stores().owed() + world.stores().owedFollows());
        }
    }
}
