package timeline.drill;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import timeline.client.TimelineClient;
import timeline.drill.crowd.Calls;
import timeline.drill.crowd.Crowd;
import timeline.drill.crowd.CrowdPlan;
import timeline.drill.crowd.Ledger;
import timeline.drill.crowd.Pacer;
import timeline.drill.crowd.Workload;
import timeline.drill.disturbance.Disturbance.Effect;
import timeline.drill.disturbance.Disturbance.Scene;
import timeline.drill.disturbance.Phases;
import timeline.drill.stack.LoweredThreshold;
import timeline.drill.stack.Target;
import timeline.history.Action;
import timeline.history.Checker.Verdict;
import timeline.history.Checker;
import timeline.history.Conditions;
import timeline.history.History;
import timeline.history.Recorder;

/** Carries one drill out on a running stack. */
final class DrillRun {
    private final Target target;
    private final Duration calm;
    private final Consumer<String> progress;
    private final Pacer pacer = Pacer.real();
    private final Recorder recorder = new Recorder(pacer::nanoTime);
    private final Ledger ledger = new Ledger(pacer::nanoTime, Clock.systemUTC());
    private final Phases phases = new Phases(pacer::nanoTime);

    /** @param calm how long users act before the disturbance, and after it */
    DrillRun(Target target, Duration calm, Consumer<String> progress) {
        this.target = target;
        this.calm = calm;
        this.progress = progress;
    }

    /** What became of it all, some time after the disturbance. */
    private record Settled(Verdict verdict, Duration recovered) {}

    /** @param seed decides the graph and who acts when; the run's user names come from it too, so it must be fresh */
    DrillReport run(Drill drill, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String prefix = "d" + Long.toString(Math.floorMod(seed, 36L * 36 * 36 * 36 * 36 * 36), 36);
        try (TimelineClient client = new TimelineClient(target.gateways(), Clock.systemUTC());
                LoweredThreshold _ = LoweredThreshold.to(drill.crowd().threshold(), target)) {
            CrowdPlan plan = drill.crowd();
            progress.accept("gathering " + plan.authors() + " authors and " + plan.followers() + " followers"
                    + (plan.tweets() == 0 ? "" : ", and posting " + plan.tweets() + " tweets"));
            Crowd crowd = Crowd.gather(client, new Calls(recorder, ledger, pacer, prefix), prefix, plan, random);
            Conditions conditions = healthy(drill.fresh());
            List<Effect> effects;
            try (Workload _ = Workload.start(crowd, drill.load(), random.split())) {
                pass("users post and read");
                effects = drill.disturbance().happen(new Scene(target, crowd, random, pacer, phases, progress));
                pass("it is over; users go on");
            }
            Settled settled = settle(crowd, conditions, pacer.nanoTime(), drill.recovery());
            return report(drill, effects, recorder.history(), Figures.of(ledger.requests(), phases.stretches()),
                    settled);
        }
    }

    /** From now on everything has to be fresh; from now on, too, everything has to be there that was posted before. */
    private Conditions healthy(Optional<Duration> fresh) {
        return fresh.map(bound -> {
            pacer.sleep(bound);
            return new Conditions(pacer.nanoTime(), bound);
        }).orElse(Conditions.NONE);
    }

    /** Everybody scrolls to the end, again and again, until nothing is missing any more or time is up. */
    private Settled settle(Crowd crowd, Conditions conditions, long over, Duration bound) {
        Settled settled;
        do {
            progress.accept("everybody scrolls to the end");
            crowd.scroll();
            Duration passed = Duration.ofNanos(pacer.nanoTime() - over);
            progress.accept("judging what they saw");
            settled = new Settled(Checker.checkCalls(recorder.history(), conditions), passed);
        } while (!settled.verdict().isKept() && pacer.nanoTime() - over < bound.toNanos());
        return settled;
    }

    private static DrillReport report(Drill drill, List<Effect> effects, History history, Figures figures,
            Settled settled) {
        List<Long> heads = history.operations().stream().filter(call -> call.action() instanceof Action.ReadHead)
                .map(call -> call.took().toNanos()).sorted().toList();
        return new DrillReport(drill, effects, history.acknowledgedPosts().count(), history.answeredReads().count(),
                history.answeredReads().filter(History.AnsweredRead::isDegraded).count(),
                figures,
                Duration.ofNanos(heads.get((int) (heads.size() * 0.99))), settled.recovered(),
                settled.recovered().compareTo(drill.recovery()) <= 0, settled.verdict());
    }

    private void pass(String what) {
        progress.accept(what + " for " + calm.toSeconds() + " s");
        pacer.sleep(calm);
    }
}
